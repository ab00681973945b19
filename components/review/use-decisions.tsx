"use client";

import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import type { Decision, Trouble } from "#components/review/frame";
import { answerOf, type QueueVerbs } from "#components/review/verbs";

export const UNDO_SECONDS = 30;
/** How long a decided row stays hidden once the server has confirmed it: a page loaded before that may still list it. */
const SETTLE_MS = 10_000;

export type Docked = {
  decision: Decision;
  until: number;
  state: "open" | "undoing" | "undone" | "not undone";
  message?: string;
};

/** Decisions made here: the draft leaves the queue at once, and comes back with a reason where the server says no. */
export function useDecisions(verbs: Pick<QueueVerbs, "reopen">, openDraft: (draftId: string | null) => void) {
  const router = useRouter();
  const [gone, setGone] = useState<ReadonlySet<string>>(new Set());
  const [docked, setDocked] = useState<Docked | null>(null);
  const [troubles, setTroubles] = useState<Trouble[]>([]);
  const sending = useRef(new Map<string, Promise<boolean>>());

  const bringBack = (draftId: string) => setGone((ids) => new Set([...ids].filter((id) => id !== draftId)));

  function decide(decision: Decision, next: string | null) {
    const { draftId } = decision;
    setGone((ids) => new Set([...ids, draftId]));
    setDocked({ decision, until: Date.now() + UNDO_SECONDS * 1000, state: "open" });
    const finished = finish(decision);
    sending.current.set(draftId, finished);
    if (next) openDraft(next);
    // The page of an empty queue is asked for when this draft has left it.
    else void finished.then((counted) => counted && openDraft(null));
  }

  async function finish(decision: Decision): Promise<boolean> {
    const { draftId, title } = decision;
    const problem = await decision.send();
    if (problem) {
      bringBack(draftId);
      setDocked((dock) => (dock?.decision === decision ? null : dock));
      setTroubles((others) => [...others, { draftId, title, problem }]);
    }
    router.refresh();
    if (!problem) setTimeout(() => bringBack(draftId), SETTLE_MS);
    return problem === null;
  }

  async function undo() {
    if (docked?.state !== "open") return;
    const { decision } = docked;
    const { draftId } = decision;
    setDocked({ ...docked, state: "undoing" });
    const counted = await sending.current.get(draftId);
    if (!counted) return;
    const answer = await answerOf(
      () => verbs.reopen({ draftId }),
      "The connection broke. The decision stands.",
    );
    if (!answer.ok) {
      setDocked({ ...docked, state: "not undone", message: answer.message });
      return;
    }
    bringBack(draftId);
    setDocked({ ...docked, state: "undone" });
    openDraft(draftId);
    router.refresh();
  }

  return {
    gone,
    docked,
    trouble: troubles[0] ?? null,
    decide,
    undo,
    closeDock: () => setDocked(null),
    settle: () => setTroubles((others) => others.slice(1)),
  };
}
