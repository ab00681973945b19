"use client";

import { type OpenAction, useActionDesk } from "#components/records/action-desk";
import { Button } from "#components/ui/button";

/** Completes an action from Today. */
export function CompleteButton({ action }: { action: OpenAction }) {
  const desk = useActionDesk();
  const done = desk.isDone(action);
  return (
    <Button
      tone="offer"
      size="sm"
      pending={done}
      aria-label={`Complete: ${action.text}`}
      onClick={() => desk.toggle(action)}
    >
      {done ? "Done" : "Complete"}
    </Button>
  );
}
