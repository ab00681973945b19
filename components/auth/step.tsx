import type { ReactNode } from "react";
import { Icon, type IconName } from "#components/ui/icon";

type StepState = "done" | "now" | "later";

const looks: Record<StepState, { icon: IconName; mark: string; text: string }> = {
  done: { icon: "done", mark: "text-ok-text", text: "" },
  now: { icon: "ring", mark: "text-accent-text", text: "font-medium" },
  later: { icon: "ring", mark: "text-muted", text: "text-muted" },
};

type StepProps = { state: StepState; label: string; detail?: string; children?: ReactNode };

/** One of the steps of a longer form, with what is filled in now under it. */
export function Step({ state, label, detail, children }: StepProps) {
  const look = looks[state];
  return (
    <li className="border-b last:border-b-0" aria-current={state === "now" ? "step" : undefined}>
      <div className="flex min-h-8 items-center gap-2.5">
        <span className={`flex ${look.mark}`}>
          <Icon name={look.icon} />
        </span>
        <span className={`flex-none ${look.text}`}>{label}</span>
        {detail && <span className="ml-auto min-w-0 truncate text-xs text-muted">{detail}</span>}
      </div>
      {children}
    </li>
  );
}
