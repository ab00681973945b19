import type { ReactNode } from "react";
import { PageLink } from "#components/ui/page-link";

/** `wide`: the list is all of a page, so its words stand on the page's padding. */
type RowListProps = { label: string; wide?: boolean; children: ReactNode };

/** Rows between hairlines. */
export function RowList({ label, wide, children }: RowListProps) {
  // Long titles are cut, so they must not widen a grid that the list stands in.
  return (
    <ul aria-label={label} className={`contain-inline-size ${wide ? "md:*:px-6" : ""}`}>
      {children}
    </ul>
  );
}

type RowProps = {
  title: ReactNode;
  /** A second line; with it the row is two lines high. */
  detail?: ReactNode;
  lead?: ReactNode;
  /** At the right edge: an age, a state. */
  end?: ReactNode;
  /** Under `end`, beside the detail. */
  endDetail?: ReactNode;
  href?: string;
  current?: boolean;
};

/** One thing of a list. With `href` the whole row is the link. */
export function Row({ title, detail, lead, end, endDetail, href, current }: RowProps) {
  const height = detail
    ? "min-h-(--size-row-2) py-1 max-md:min-h-17 pointer-coarse:min-h-17"
    : "min-h-(--size-row)";
  return (
    <li
      className={`group relative flex items-center gap-2.5 border-b pr-3 pl-4 ${height} ${current ? "bg-accent-bg" : href ? "hover:bg-hover has-focus-visible:bg-hover" : ""}`}
    >
      {current && <span className="absolute inset-y-0 left-0 w-0.5 bg-accent forced-color-adjust-none" />}
      {lead}
      <div className="min-w-0 flex-1">
        <div className={`truncate group-has-focus-visible:whitespace-normal ${detail ? "font-medium" : ""}`}>
          {href ? (
            <RowLink href={href} current={current}>
              {title}
            </RowLink>
          ) : (
            title
          )}
        </div>
        {detail && <div className="truncate text-xs text-muted max-md:text-sm">{detail}</div>}
      </div>
      {(end || endDetail) && (
        <div className="flex-none text-right text-xs text-faint max-md:text-sm">
          {end && <div className="leading-5">{end}</div>}
          {endDetail && <div>{endDetail}</div>}
        </div>
      )}
    </li>
  );
}

function RowLink({ href, current, children }: { href: string; current?: boolean; children: ReactNode }) {
  return (
    <PageLink
      href={href}
      aria-current={current ? "true" : undefined}
      className="after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:outline-(length:--ring-width) focus-visible:after:-outline-offset-2 focus-visible:after:outline-(--ring-color)"
    >
      {children}
    </PageLink>
  );
}
