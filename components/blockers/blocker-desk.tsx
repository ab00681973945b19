"use client";

import { createContext, type ReactNode, Suspense, useContext, useState, useTransition } from "react";
import type { Asking } from "#components/blockers/blocker-dialogs";
import type { BlockerAnswer, BlockerVerbs } from "#components/blockers/blocker-verbs";
import { Overtaken, type Problem } from "#components/records/overtaken";
import { announce } from "#components/shell/live-region";
import { reach } from "#components/shell/reach";
import { later } from "#components/ui/later";
import type { ListedBlocker } from "#lib/blockers/queries";

const BlockerDialogs = later(
  async () => (await import("#components/blockers/blocker-dialogs")).BlockerDialogs,
);

/** What the verbs need to know of a blocker. */
export type OpenBlocker = Pick<
  ListedBlocker,
  | "id"
  | "version"
  | "text"
  | "state"
  | "teamId"
  | "ownerId"
  | "waitsForId"
  | "waitsForTeamId"
  | "mayDecide"
  | "mayTake"
>;

/** A verb that needs no question, with what is announced once it is done. */
export type AtOnce = "confirm" | "take" | "dismiss" | "reopen";

export type BlockerActs = {
  me: string;
  pending: boolean;
  act: (what: AtOnce, blocker: OpenBlocker) => void;
  ask: (asking: Asking) => void;
};

const DONE: Record<AtOnce, string> = {
  confirm: "Confirmed",
  take: "Taken on",
  dismiss: "Said to be none",
  reopen: "Open again",
};

const DeskContext = createContext<BlockerActs | null>(null);

/** The verbs of the blockers around it. */
export function useBlockerDesk(): BlockerActs {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error("A blocker stands outside its desk.");
  return desk;
}

type Named = { id: string; name: string };
type BlockerDeskProps = {
  verbs: BlockerVerbs;
  people: Named[];
  teams: Named[];
  /** The reader. */
  me: string;
  children: ReactNode;
};

/** Holds what can be done with the blockers of a page, explained where somebody was faster. */
export function BlockerDesk({ verbs, people, teams, me, children }: BlockerDeskProps) {
  const [asking, setAsking] = useState<Asking | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [pending, start] = useTransition();

  const send = (blocker: OpenBlocker, done: string, act: () => BlockerAnswer) =>
    start(async () => {
      const outcome = await reach(act);
      setProblem(outcome.ok ? null : { message: outcome.message, text: blocker.text });
      if (outcome.ok) announce(`${done}: ${blocker.text}`);
      setAsking(null);
    });

  function act(what: AtOnce, blocker: OpenBlocker) {
    const seen = { blockerId: blocker.id, version: blocker.version };
    send(blocker, DONE[what], () =>
      what === "take" ? verbs.own({ ...seen, ownerId: me }) : verbs[what](seen),
    );
  }

  return (
    <DeskContext value={{ me, pending, act, ask: setAsking }}>
      <div className="flex min-h-0 flex-1 flex-col">
        <Overtaken problem={problem} onUnderstood={() => setProblem(null)} />
        {children}
      </div>
      {asking && (
        <Suspense>
          <BlockerDialogs
            asking={asking}
            people={people}
            teams={teams}
            pending={pending}
            verbs={verbs}
            send={send}
            onClose={() => setAsking(null)}
          />
        </Suspense>
      )}
    </DeskContext>
  );
}
