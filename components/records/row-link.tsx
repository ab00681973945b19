import type { ReactNode } from "react";
import { PageLink } from "#components/ui/page-link";

type RowLinkProps = { href: string; current?: boolean; children: ReactNode };

/** The link of a row: its words lead, and so does the row around them, which must be `relative`. `j` and `k` stop here. */
export function RowLink({ href, current, children }: RowLinkProps) {
  return (
    <PageLink
      href={href}
      scroll={false}
      data-row-link
      aria-current={current ? "true" : undefined}
      className="after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:outline-(length:--ring-width) focus-visible:after:-outline-offset-2 focus-visible:after:outline-(--ring-color)"
    >
      {children}
    </PageLink>
  );
}

/** The link of a table's row, in the cell that names it. */
export function CellLink({ href, current, children }: RowLinkProps) {
  return (
    <PageLink
      href={href}
      data-row-link
      aria-current={current ? "true" : undefined}
      className="rounded-sm hover:underline hover:decoration-line-strong hover:underline-offset-3"
    >
      {children}
    </PageLink>
  );
}
