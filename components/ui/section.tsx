import type { ReactNode } from "react";

type SectionProps = {
  title: string;
  level?: 2 | 3;
  meta?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
};

/** A part of a page under its small head and a rule. */
export function Section({ title, level = 2, meta, actions, children }: SectionProps) {
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <section className="not-first:mt-6">
      <header className="flex min-h-8 items-end gap-2 border-b pb-1.25 text-xs text-faint">
        <Heading className="text-ink">{title}</Heading>
        {meta}
        {actions && <span className="ml-auto flex items-center gap-2">{actions}</span>}
      </header>
      {children}
    </section>
  );
}
