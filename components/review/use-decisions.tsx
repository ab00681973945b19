"use client";

import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import type { Decision, Trouble } from "#components/review/frame";
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

/** Decisions made here: the draft leaves the queue at once, and comes back with a reason where the server says no. */
export function useDecisions(verbs: Pick<QueueVerbs, "reopen">, openDraft: (draftId: string | null) => void) {
  const router = useRouter();
  const [gone, setGone] = useState<ReadonlySet<string>>(new Set());
  // The newest last: each can be taken back while its own time runs.
  const [docks, setDocks] = useState<Docked[]>([]);
  const [troubles, setTroubles] = useState<Trouble[]>([]);
  // At once, where state is a drawing behind: the second press of a double click decides nothing.
  const decided = useRef(new Set<string>());

  function bringBack(draftId: string) {
    decided.current.delete(draftId);
    setGone((ids) => new Set([...ids].filter((id) => id !== draftId)));
  }

  const withoutDock = (decision: Decision) =>
    setDocks((all) => all.filter((dock) => dock.decision !== decision));

  function decide(decision: Decision, next: string | null) {
    const { draftId } = decision;
    if (decided.current.has(draftId)) return;
    decided.current.add(draftId);
    if (!decision.stays) setGone((ids) => new Set([...ids, draftId]));
    const counted = finish(decision);
    announce(`${decision.past}: ${decision.title}`);
    const until = Date.now() + UNDO_SECONDS * 1000;
    setDocks((all) => [...all.filter(isOpen), { decision, until, state: "open", counted }]);
    if (next) openDraft(next);
    // The page of an empty queue is asked for when this draft has left it.
    else void counted.then((stands) => stands && openDraft(null));
  }

  async function finish(decision: Decision): Promise<boolean> {
    const { draftId, title, stays } = decision;
    const problem = await decision.send();
    if (problem) {
      bringBack(draftId);
      withoutDock(decision);
      setTroubles((others) => [...others, { draftId, title, problem }]);
    }
    router.refresh();
    if (!problem && stays) decided.current.delete(draftId);
    if (!problem && !stays) setTimeout(() => bringBack(draftId), SETTLE_MS);
    return problem === null;
  }

  async function undo() {
    const dock = docks.at(-1);
    if (dock?.state !== "open") return;
    const { draftId, title } = dock.decision;
    const become = (change: Partial<Docked>) =>
      setDocks((all) => all.map((one) => (one.decision === dock.decision ? { ...one, ...change } : one)));
    become({ state: "undoing" });
    if (!(await dock.counted)) return;
    const { undo: takeBack = () => verbs.reopen({ draftId }) } = dock.decision;
    const answer = await reach<Undone>(takeBack, "The connection broke. The decision stands.");
    if (!answer.ok) {
      announce(`Not taken back: ${answer.message}`);
      return become({ state: "not undone", message: answer.message });
    }
    bringBack(draftId);
    announce(`Taken back: ${title}`);
    // Those before it can be taken back next; the last one stays as a word.
    if (docks.length > 1) withoutDock(dock.decision);
    else become({ state: "undone" });
    openDraft(draftId);
    router.refresh();
  }

  return {
    gone,
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
