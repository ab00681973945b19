"use client";

import {
  createContext,
  type ReactNode,
  Suspense,
  useContext,
  useOptimistic,
  useState,
  useTransition,
} from "react";
import type { Asking } from "#components/records/action-dialogs";
import type { ActionVerbs } from "#components/records/action-verbs";
import { Overtaken, type Problem } from "#components/records/overtaken";
import { announce } from "#components/shell/live-region";
import { reach } from "#components/shell/reach";
import { later } from "#components/ui/later";
import { UndoDock } from "#components/ui/undo-dock";
import type { Outcome } from "#lib/web/door";

const ActionDialogs = later(async () => (await import("#components/records/action-dialogs")).ActionDialogs);

/** What the verbs need to know of an action. */
export type OpenAction = {
  id: string;
  version: number;
  text: string;
  state: "open" | "done" | "cancelled";
  ownerId: string | null;
  dueOn: string | null;
};

export type ActionActs = {
  /** Completes an open action, opens a closed one again. */
  toggle: (action: OpenAction) => void;
  ask: (asking: Asking) => void;
  /** Whether the check box shows an action as done before the server has said so. */
  isDone: (action: OpenAction) => boolean;
};

type Undo = { action: OpenAction; until: number };

const UNDO_MS = 30_000;
const DeskContext = createContext<ActionActs | null>(null);

/** The verbs of the actions around it. */
export function useActionDesk(): ActionActs {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error("An action stands outside its desk.");
  return desk;
}

type ActionDeskProps = {
  verbs: ActionVerbs;
  people: { id: string; name: string }[];
  children: ReactNode;
};

/** Holds what can be done with the actions of a page: at once in the row, explained where somebody was faster. */
export function ActionDesk({ verbs, people, children }: ActionDeskProps) {
  const [asking, setAsking] = useState<Asking | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [undo, setUndo] = useState<Undo | null>(null);
  const [pending, start] = useTransition();
  const [toggled, toggleNow] = useOptimistic<ReadonlySet<string>, string>(new Set(), (ids, id) =>
    new Set(ids).add(id),
  );

  const tell = (action: OpenAction, outcome: Outcome<unknown>) =>
    setProblem(outcome.ok ? null : { message: outcome.message, text: action.text });

  const send = (action: OpenAction, act: () => Promise<Outcome<{ version: number }>>) =>
    start(async () => {
      const outcome = await reach(act);
      tell(action, outcome);
      setAsking(null);
      setUndo(null);
    });

  function toggle(action: OpenAction) {
    // The second press of a double click.
    if (toggled.has(action.id)) return;
    start(async () => {
      toggleNow(action.id);
      const seen = { actionId: action.id, version: action.version };
      const outcome = await reach(() =>
        action.state === "open" ? verbs.complete(seen) : verbs.reopen(seen),
      );
      tell(action, outcome);
      const done = outcome.ok && action.state === "open";
      if (done) announce(`Completed: ${action.text}`);
      setUndo(done ? { action: { ...action, ...outcome.value }, until: Date.now() + UNDO_MS } : null);
    });
  }

  const desk: ActionActs = {
    toggle,
    ask: setAsking,
    isDone: ({ id, state }) => (state === "done") !== toggled.has(id),
  };
  return (
    <DeskContext value={desk}>
      <div className="flex min-h-0 flex-1 flex-col">
        <Overtaken problem={problem} onUnderstood={() => setProblem(null)} />
        {children}
        {undo && (
          <UndoDock
            key={undo.until}
            title={() => "Completed"}
            detail={undo.action.text}
            until={undo.until}
            pending={pending}
            onEnd={() => setUndo(null)}
            onUndo={() =>
              send(undo.action, () =>
                verbs.reopen({ actionId: undo.action.id, version: undo.action.version }),
              )
            }
          />
        )}
      </div>
      {asking && (
        <Suspense>
          <ActionDialogs
            asking={asking}
            people={people}
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
