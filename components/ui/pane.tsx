import type { ReactNode } from "react";

type PaneProps = {
  label: string;
  /** main: what is read · side: what frames it. */
  tone?: "main" | "side";
  head?: ReactNode;
  foot?: ReactNode;
  children: ReactNode;
};

/** One of the columns of a desk: a head and a foot that stay, and a body that scrolls. */
export function Pane({ label, tone = "main", head, foot, children }: PaneProps) {
  return (
    <section
      aria-label={label}
      className={`flex min-h-0 min-w-0 flex-col border-r last:border-r-0 ${tone === "side" ? "bg-page" : "bg-surface"}`}
    >
      {head}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <div tabIndex={0} className="min-h-0 flex-1 overflow-auto focus-visible:-outline-offset-2">
        {children}
      </div>
      {foot}
    </section>
  );
}

type PaneHeadProps = {
  title: string;
  level?: 1 | 2;
  meta?: ReactNode;
  indent?: "side" | "draft";
  children?: ReactNode;
};

/** The head of a pane: its name, what is known about it, and at the right what can be done with it. */
export function PaneHead({ title, level = 2, meta, indent = "side", children }: PaneHeadProps) {
  const Heading = level === 1 ? "h1" : "h2";
  return (
    <header
      className={`flex h-(--size-bar) flex-none items-center gap-2 border-b pr-3 ${indent === "draft" ? "pl-5" : "pl-4"}`}
    >
      <Heading className="whitespace-nowrap">{title}</Heading>
      {meta !== undefined && <span className="min-w-0 truncate text-xs text-faint">{meta}</span>}
      <span className="ml-auto flex flex-none items-center gap-2">{children}</span>
    </header>
  );
}
