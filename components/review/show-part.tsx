"use client";

import { useFrame } from "#components/review/frame";
import { Button } from "#components/ui/button";
import type { QueueShow } from "#lib/drafts/view";
import { formatCount } from "#lib/format/count";

/** The way to a part of the queue from where nothing waits, if there is something in it. */
export function ShowPart({ show, count, children }: { show: QueueShow; count: number; children: string }) {
  const { showPart } = useFrame();
  if (count === 0) return null;
  return (
    <Button tone="quiet" onClick={() => showPart(show)}>
      {children} {formatCount(count)}
    </Button>
  );
}
