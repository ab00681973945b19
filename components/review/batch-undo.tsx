"use client";

import { useSyncExternalStore } from "react";
import type { Batch } from "#components/review/use-batch";
import { UNDO_SECONDS } from "#components/review/use-decisions";
import { Button } from "#components/ui/button";
import { everySecond } from "#components/ui/ticker";
import { type BatchDraft, nameOf } from "#lib/drafts/batch";

/** `at`: when it was approved, in milliseconds of the epoch. */
type BatchUndoProps = { draft: BatchDraft; at: number; batch: Pick<Batch, "undo"> };

/** Takes an approval back at once while nothing has left; later the draft itself does, which says what has. */
export function BatchUndo({ draft, at, batch }: BatchUndoProps) {
  const isOver = useSyncExternalStore(
    everySecond,
    () => Date.now() - at > UNDO_SECONDS * 1000,
    () => false,
  );
  if (isOver) return null;
  return (
    <Button
      size="sm"
      icon="undo"
      aria-label={`Undo “${nameOf(draft)}”`}
      onClick={() => void batch.undo(draft)}
    >
      Undo
    </Button>
  );
}
