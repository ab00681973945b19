"use client";

import { createContext, type ReactNode, useContext, useMemo, useRef, useState } from "react";
import { countOf } from "#components/review/words";
import { announce } from "#components/shell/live-region";
import { MOST_IN_BATCH } from "#lib/drafts/batch";

/** The drafts selected in the queue, to be read and approved together. */
type Chosen = {
  /** In the order in which they were selected. */
  ids: readonly string[];
  /** Whether this person may select: who only reads has nothing to approve. */
  selects: boolean;
  /** Selects a draft or lets it go; `range` selects all from the one picked last to this one. */
  pick: (draftId: string, range: boolean) => void;
  /** Lets drafts go that were decided, or all. */
  drop: (draftIds: readonly string[]) => void;
  /** The order in which the queue shows its rows, for a range. */
  order: { current: readonly string[] };
};

const ChosenContext = createContext<Chosen | null>(null);

export function useSelection(): Chosen {
  const chosen = useContext(ChosenContext);
  if (!chosen) throw new Error("Drafts are selected inside a Selection.");
  return chosen;
}

/** Holds what is selected while drafts come and go. */
export function Selection({ selects, children }: { selects: boolean; children: ReactNode }) {
  const [ids, setIds] = useState<readonly string[]>([]);
  const order = useRef<readonly string[]>([]);
  const last = useRef<string | null>(null);
  const chosen = useMemo<Chosen>(() => {
    const become = (next: readonly string[]) => {
      if (next.length > MOST_IN_BATCH) return announce(`A batch has at most ${MOST_IN_BATCH} drafts.`);
      setIds(next);
      announce(next.length === 0 ? "Nothing is selected." : `${countOf(next.length, "draft")} selected.`);
    };
    return {
      ids,
      selects,
      order,
      pick: (draftId, range) => {
        if (!selects) return;
        const picked = range ? between(order.current, last.current, draftId) : [];
        last.current = draftId;
        if (picked.length > 1) become([...new Set([...ids, ...picked])]);
        else become(ids.includes(draftId) ? ids.filter((id) => id !== draftId) : [...ids, draftId]);
      },
      drop: (draftIds) => setIds((all) => all.filter((id) => !draftIds.includes(id))),
    };
  }, [ids, selects]);
  return <ChosenContext.Provider value={chosen}>{children}</ChosenContext.Provider>;
}

/** All from one row to another, both included; only the other where the one is not there any more. */
export function between(order: readonly string[], from: string | null, to: string): readonly string[] {
  const ends = [order.indexOf(from ?? ""), order.indexOf(to)].sort((a, b) => a - b);
  const [first = -1, last = -1] = ends;
  return first === -1 ? [to] : order.slice(first, last + 1);
}
