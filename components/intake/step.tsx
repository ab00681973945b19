"use client";

import { useSyncExternalStore } from "react";
import { Icon } from "#components/ui/icon";
import { everySecond } from "#components/ui/ticker";
import { formatAge } from "#lib/format/dates";

export type StepState = "done" | "now" | "todo" | "stopped";
export type StepProps = {
  title: string;
  detail: string;
  at: string;
  /** When a step that still lasts began: it counts up. */
  since?: string;
  state: StepState;
};

const dots: Record<StepState, string> = {
  done: "border-ink bg-ink text-surface",
  now: "border-2 border-accent-text",
  todo: "border-line-strong",
  stopped: "border-danger-text text-danger-text",
};

/** One step on the way from a source to a draft. */
export function Step({ title, detail, at, since, state }: StepProps) {
  return (
    <li
      aria-current={state === "now" ? "step" : undefined}
      className="grid grid-cols-[20px_minmax(0,1fr)_auto] items-start gap-x-3 border-b py-2.5"
    >
      <span className={`mt-px grid size-4.5 place-items-center rounded-full border ${dots[state]}`}>
        {state === "done" && <Icon name="check" size="xs" strong />}
        {state === "stopped" && <Icon name="close" size="xs" strong />}
        {state === "now" && <span className="size-1.5 rounded-full bg-accent-text" />}
      </span>
      <span className="min-w-0">
        <span className={`block ${state === "todo" ? "text-faint" : "font-medium"}`}>{title}</span>
        <span className="block text-xs text-muted">{detail}</span>
      </span>
      <span className="text-xs whitespace-nowrap text-faint">
        {since && state === "now" ? <Elapsed since={since} /> : at}
      </span>
    </li>
  );
}

function Elapsed({ since }: { since: string }) {
  return useSyncExternalStore(
    everySecond,
    () => formatAge(Date.now() - Date.parse(since)),
    () => "",
  );
}
