"use client";

import { type OpenAction, useActionDesk } from "#components/records/action-desk";
import { Check } from "#components/ui/check";
import { Icon } from "#components/ui/icon";

/** The box that completes an action on the spot, or for those who may not, the shape of its state. */
export function ActionCheck({ action, mayChange }: { action: OpenAction; mayChange: boolean }) {
  const desk = useActionDesk();
  if (!mayChange || action.state === "cancelled") {
    const { icon, word } = SHAPES[action.state];
    return (
      <span title={word} className="flex text-faint">
        <Icon name={icon} />
        <span className="sr-only">{word}</span>
      </span>
    );
  }
  return (
    <span className="relative z-1 flex">
      <Check
        label={`${action.state === "open" ? "Complete" : "Open again"}: ${action.text}`}
        hideLabel
        checked={desk.isDone(action)}
        onChange={() => desk.toggle(action)}
      />
    </span>
  );
}

const SHAPES = {
  open: { icon: "ring", word: "open" },
  done: { icon: "done", word: "done" },
  cancelled: { icon: "dashed", word: "cancelled" },
} as const;
