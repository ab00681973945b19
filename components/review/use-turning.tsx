"use client";

import { useParams, useRouter } from "next/navigation";
import { startTransition, useEffect, useEffectEvent, useOptimistic, useState, useTransition } from "react";
import { asDrawn, type Drawn } from "#components/review/desks";
import type { DeskDraft, QueuePage } from "#lib/drafts/view";

/**
 * Which draft is open, and turning to another one. The one that was read ahead is shown at once, and its page and its
 * address follow; any other comes with its page.
 */
export function useTurning() {
  const router = useRouter();
  const { id } = useParams<{ id?: string }>();
  const [ahead, setAhead] = useState<Drawn | null>(null);
  const [last, setLast] = useState<Drawn | null>(null);
  const [left, setLeft] = useState<Drawn | null>(null);
  const [turning, startTurning] = useTransition();
  // At once, so that the next press counts from there, however long the page takes.
  const [wanted, want] = useOptimistic(id);
  const turned = last && (turning || last.draft.id === id) ? last : null;
  // Whoever comes back to it later, comes by its page.
  if (last && !turned) setLast(null);

  /** `along`: what changes with the turning, in one drawing. */
  function turnTo(draftId: string | null, address: string, along?: () => void) {
    // What changed since it was read comes with its page, which says so.
    const ready = ahead?.draft.id === draftId ? ahead : null;
    if (ready) {
      setLast(ready);
      setLeft(last);
      along?.();
    }
    startTurning(() => {
      want(draftId ?? undefined);
      if (!ready) along?.();
      router.push(address, { scroll: false });
    });
  }

  return {
    /** The draft of the address, or the one it will name in a moment. */
    id: wanted,
    turned,
    turning,
    turnTo,
    /** Takes over what a page read of the draft that was turned to. */
    renew: (draft: DeskDraft) =>
      startTransition(() => setLast((now) => (now?.draft.id === draft.id ? { ...now, draft } : now))),
    /** Leaves it to its page, which has something else to say. */
    leave: () => setLast(null),
    ahead,
    left,
    /** Takes what was read; what was left goes with the same drawing. */
    setAhead: (next: Drawn) => {
      setAhead(next);
      setLeft(null);
    },
  };
}

const PAINT_MS = 50;

/** Reads the draft that a key turns to next, and again whenever the queue was. */
export function useReadAhead(draftId: string | null, queue: QueuePage, give: (ahead: Drawn) => void) {
  const read = useEffectEvent(give);
  useEffect(() => {
    // The queue is named, because it is what tells that something may have changed.
    if (!draftId || !queue) return;
    let wanted = true;
    // Not before the draft that was turned to is painted.
    const timer = setTimeout(async () => {
      const draft = await fetchDraft(draftId);
      if (draft && wanted) startTransition(() => read(asDrawn(draft)));
    }, PAINT_MS);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [draftId, queue]);
}

/** Null where it can't be had: its page says why. */
async function fetchDraft(draftId: string): Promise<DeskDraft | null> {
  try {
    const answer = await fetch(`/api/drafts/${draftId}`);
    return answer.status === 200 ? await answer.json() : null;
  } catch {
    return null;
  }
}
