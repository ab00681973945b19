import type { ReactNode } from "react";
import { Icon, type IconName } from "#components/ui/icon";

export type ReasonTone = "block" | "warn" | "info";

const tones: Record<ReasonTone, { icon: IconName; band: string; mark: string }> = {
  block: { icon: "block", band: "border-danger-line bg-danger-bg", mark: "text-danger-text" },
  warn: { icon: "warn", band: "border-warn-line bg-warn-bg", mark: "text-warn-text" },
  info: { icon: "info", band: "border-info-line bg-info-bg", mark: "text-info-text" },
};

type ReasonProps = {
  tone: ReasonTone;
  /** What happened, as a sentence. */
  title: string;
  /** Why, and what to do. */
  children?: ReactNode;
  icon?: IconName;
  actions?: ReactNode;
  /** Names it for the button that it blocks. */
  id?: string;
};

/** Why something can't go on, or should be looked at, over what it is about. A blocked button moves the focus here. */
export function Reason({ tone, title, children, icon, actions, id }: ReasonProps) {
  const look = tones[tone];
  return (
    <div
      id={id}
      tabIndex={-1}
      className={`flex flex-none flex-wrap gap-x-2.5 gap-y-2 border-b py-2.5 pr-3 pl-5 focus-visible:-outline-offset-2 md:flex-nowrap ${look.band}`}
    >
      <span className={`mt-0.5 flex flex-none ${look.mark}`}>
        <Icon name={icon ?? look.icon} />
      </span>
      <p className="min-w-0 flex-1 basis-64 text-pretty text-muted">
        <b className="text-ink">{title}</b> {children}
      </p>
      {actions && (
        <span className="flex flex-none items-start gap-1.5 max-md:basis-full max-md:pl-6.5">{actions}</span>
      )}
    </div>
  );
}
