"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import type { Decision, Trouble } from "#components/review/frame";
import { Standing } from "#components/review/standing";
import { useLeavingGuard } from "#components/review/use-leaving-guard";
import type { QueueVerbs } from "#components/review/verbs";
import { announce } from "#components/shell/live-region";
import { reach } from "#components/shell/reach";

export const UNDO_SECONDS = 30;
/** How long a decided row stays hidden once the server has confirmed it: a page loaded before that may still list it. */
const SETTLE_MS = 10_000;

export type Docked = {
  decision: Decision;
  until: number;
  state: "open" | "undoing" | "undone" | "not undone";
  message?: string;
  /** Whether the server counted it. */
  counted: Promise<boolean>;
};

/** Opens a draft, and with the same drawing changes what `along` does. */
type OpenDraft = (draftId: string | null, along?: () => void) => void;

/**
 * Decisions made here: the draft leaves the queue at once, and comes back with a reason where the server says no.
 * `turning`: whether the next draft is on its way.
 */
export function useDecisions(verbs: Pick<QueueVerbs, "reopen">, openDraft: OpenDraft, turning: boolean) {
  const router = useRouter();
  const [gone, setGone] = useState<ReadonlySet<string>>(new Set());
  // The newest last: each can be taken back while its own time runs.
  const [docks, setDocks] = useState<Docked[]>([]);
  const [troubles, setTroubles] = useState<Trouble[]>([]);
  // At once, where state is a drawing behind: the second press of a double click decides nothing.
  const [standing] = useState(() => new Standing<Decision>());
  const [unanswered, setUnanswered] = useState(0);
  const [outdated, setOutdated] = useState(false);
  useLeavingGuard(unanswered > 0 || docks.some(({ state }) => state === "undoing"));

  // Not while the next draft is on its way: it would come only with what is loaded again.
  useEffect(() => {
    if (!outdated || turning) return;
    setOutdated(false);
    router.refresh();
  }, [outdated, turning, router]);

  /** False where the draft was decided anew meanwhile. */
  function bringBack(decision: Decision): boolean {
    if (!standing.end(decision)) return false;
    setGone((ids) => new Set([...ids].filter((id) => id !== decision.draftId)));
    return true;
  }

  const withoutDock = (decision: Decision) =>
    setDocks((all) => all.filter((dock) => dock.decision !== decision));

  /** Whether one was made that takes the draft out of the queue, which is drawn only with the next draft. */
  function isDecided(draftId: string): boolean {
    const made = standing.of(draftId);
    return gone.has(draftId) || (made !== undefined && !made.stays);
  }

  /** False where another decision on the draft stands. */
  function decide(decision: Decision, next: string | null): boolean {
    const turn = standing.begin(decision);
    if (!turn) return false;
    const counted = turn.after ? turn.after.then(() => finish(decision)) : finish(decision);
    announce(`${decision.past}: ${decision.title}`);
    const until = Date.now() + UNDO_SECONDS * 1000;
    setDocks((all) => [...all.filter(isOpen), { decision, until, state: "open", counted }]);
    const leaveQueue = () => {
      if (!decision.stays) setGone((ids) => new Set([...ids, decision.draftId]));
    };
    // One drawing takes the draft out of the queue and brings the next, so that the old one is not drawn once more.
    if (next) openDraft(next, leaveQueue);
    else leaveQueue();
    // The page of an empty queue is asked for when this draft has left it.
    if (!next) void counted.then((stands) => stands && standing.holds(decision) && openDraft(null));
    return true;
  }

  async function finish(decision: Decision): Promise<boolean> {
    const { draftId, title, stays } = decision;
    setUnanswered((count) => count + 1);
    const problem = await decision.send();
    setUnanswered((count) => count - 1);
    if (problem) {
      bringBack(decision);
      withoutDock(decision);
      setTroubles((others) => [...others, { draftId, title, problem }]);
    }
    setOutdated(true);
    if (!problem && stays) standing.end(decision);
    if (!problem && !stays) setTimeout(() => bringBack(decision), SETTLE_MS);
    return problem === null;
  }

  async function undo() {
    const dock = docks.at(-1);
    if (dock?.state !== "open") return;
    const undone = takeBack(dock);
    standing.undoing(dock.decision, undone);
    if (!(await undone)) return;
    const { draftId, title } = dock.decision;
    announce(`Taken back: ${title}`);
    // Those before it can be taken back next; the last one stays as a word.
    if (docks.length > 1) withoutDock(dock.decision);
    else become(dock, { state: "undone" });
    if (bringBack(dock.decision)) openDraft(draftId);
    router.refresh();
  }

  function become({ decision }: Docked, change: Partial<Docked>) {
    setDocks((all) => all.map((one) => (one.decision === decision ? { ...one, ...change } : one)));
  }

  /** Whether it was taken back. */
  async function takeBack(dock: Docked): Promise<boolean> {
    become(dock, { state: "undoing" });
    if (!(await dock.counted)) return false;
    const { draftId, undo: own } = dock.decision;
    const ask = own ?? (() => verbs.reopen({ draftId }));
    const answer = await reach<Undone>(ask, "The connection broke. The decision stands.");
    if (answer.ok) return true;
    announce(`Not taken back: ${answer.message}`);
    become(dock, { state: "not undone", message: answer.message });
    return false;
  }

  return {
    gone,
    isDecided,
    docks,
    trouble: troubles[0] ?? null,
    decide,
    undo,
    closeDock: () => setDocks((all) => all.slice(0, -1)),
    settle: () => setTroubles((others) => others.slice(1)),
  };
}

type Undone = { ok: true } | { ok: false; message: string };

function isOpen({ state, until }: Docked): boolean {
  return state === "open" && until > Date.now();
}
