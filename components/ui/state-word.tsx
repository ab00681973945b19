import type { ReactNode } from "react";
import { Icon, type IconName } from "#components/ui/icon";

export type State = "blocked" | "check" | "waiting" | "unmatched" | "done" | "told";

const states: Record<State, { icon: IconName; tone: string }> = {
  blocked: { icon: "block", tone: "text-danger-text" },
  check: { icon: "warn", tone: "text-warn-text" },
  waiting: { icon: "ring", tone: "text-faint" },
  unmatched: { icon: "dashed", tone: "text-faint" },
  done: { icon: "done", tone: "text-ok-text" },
  told: { icon: "info", tone: "text-info-text" },
};

/** A state as a small word with its shape, as lists show it at the right edge. */
export function StateWord({ state, children }: { state: State; children: ReactNode }) {
  const { icon, tone } = states[state];
  return (
    <span
      className={`inline-flex items-center align-middle gap-1 text-xs max-md:text-sm whitespace-nowrap ${tone}`}
    >
      <Icon name={icon} size="sm" />
      {children}
    </span>
  );
}
