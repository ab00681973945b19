"use client";

import { type Docked, UNDO_SECONDS } from "#components/review/use-decisions";
import { Notice } from "#components/ui/notice";
import { TextLink } from "#components/ui/text-link";
import { UndoDock } from "#components/ui/undo-dock";

type QueueDockProps = { docks: Docked[]; undo: () => Promise<void>; closeDock: () => void };

/** The decision just made, at the foot of the queue, with the time in which it and those before it can be taken back. */
export function QueueDock({ docks, undo, closeDock }: QueueDockProps) {
  const dock = docks.at(-1);
  if (!dock) return null;
  const { decision, until, state, message } = dock;
  if (state === "undone") return <Notice title="Taken back" detail={decision.title} onClose={closeDock} />;
  if (state === "not undone") return <Notice title="Not taken back" detail={message} onClose={closeDock} />;
  const before = docks.length - 1;
  return (
    <UndoDock
      key={decision.draftId}
      title={() => (before ? `${decision.past}, and ${before} before it` : decision.past)}
      detail={<TextLink href={`/reviews/${decision.draftId}`}>{decision.title}</TextLink>}
      until={until}
      seconds={UNDO_SECONDS}
      onUndo={() => void undo()}
      onEnd={closeDock}
      pending={state === "undoing"}
    />
  );
}
