"use client";

import { useEffect } from "react";
import { useSelection } from "#components/review/selection";
import { Button } from "#components/ui/button";
import { LinkButton } from "#components/ui/link-button";

export const BATCH_PATH = "/reviews/batch";

/** At the foot of the queue while anything is selected: the way to read all of it. `order`: the rows as they are shown. */
export function SelectionBar({ order }: { order: string[] }) {
  const selection = useSelection();
  useEffect(() => {
    selection.order.current = order;
  }, [selection.order, order]);
  const { ids } = selection;
  if (ids.length === 0) return null;
  return (
    <section
      aria-label="Selection"
      className="flex min-h-13 flex-none items-center gap-2 border-t bg-page px-4 py-2"
    >
      <span className="text-xs whitespace-nowrap text-muted tabular-nums">{ids.length} selected</span>
      <span className="ml-auto flex items-center gap-1.5">
        <Button tone="quiet" onClick={() => selection.drop(ids)}>
          Clear
        </Button>
        <LinkButton href={batchAddress(ids)}>Read together</LinkButton>
      </span>
    </section>
  );
}

function batchAddress(ids: readonly string[]): string {
  return `${BATCH_PATH}?${new URLSearchParams(ids.map((id) => ["draft", id]))}`;
}
