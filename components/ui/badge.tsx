import type { ReactNode } from "react";
import { Icon, type IconName } from "#components/ui/icon";

export type BadgeTone = "neutral" | "ok" | "warn" | "danger" | "info" | "accent";

const base =
  "inline-flex h-4.5 flex-none items-center gap-1 rounded-sm border px-1.25 text-2xs font-medium whitespace-nowrap";

const tones: Record<BadgeTone, string> = {
  neutral: "border-line-strong bg-surface text-muted",
  ok: "border-ok-line bg-ok-bg text-ok-text",
  warn: "border-warn-line bg-warn-bg text-warn-text",
  danger: "border-danger-line bg-danger-bg text-danger-text",
  info: "border-info-line bg-info-bg text-info-text",
  accent: "border-accent-line bg-accent-bg text-accent-text",
};

/** A word of state or of origin in a small frame. */
export function Badge({
  tone = "neutral",
  icon,
  children,
}: {
  tone?: BadgeTone;
  icon?: IconName;
  children: ReactNode;
}) {
  return (
    <span className={`${base} ${tones[tone]}`}>
      {icon && <Icon name={icon} size="xs" />}
      {children}
    </span>
  );
}

type BadgeBasis = "stated" | "inferred" | "none";

const bases: Record<BadgeBasis, { look: string; word: string }> = {
  stated: { look: "border-line-strong text-muted", word: "stated" },
  inferred: { look: "border-dashed border-info-text text-info-text", word: "inferred" },
  none: { look: "border-dotted border-danger-text text-danger-text", word: "no source" },
};

/** How something is known: in the quote, from the context, or not at all. The frame says it without colour too. */
export function BasisBadge({ basis, children }: { basis: BadgeBasis; children?: ReactNode }) {
  const { look, word } = bases[basis];
  return (
    <span className={`${base} bg-surface ${look}`}>
      {basis === "stated" && <Icon name="quote" size="xs" />}
      {children ?? word}
    </span>
  );
}
