import type { ReactNode } from "react";
import { CloseSheet } from "#components/records/close-sheet";

type SheetProps = { label: string; closeHref: string; foot?: ReactNode; children: ReactNode };

/** One record beside its list; on a narrow window over it. Its address keeps it open. */
export function Sheet({ label, closeHref, foot, children }: SheetProps) {
  return (
    <aside
      aria-label={label}
      className="flex flex-none flex-col border-l bg-surface max-lg:fixed max-lg:inset-y-0 max-lg:right-0 max-lg:z-10 max-md:left-0 max-md:border-l-0 md:w-106 md:max-lg:shadow-float"
    >
      <header className="flex h-(--size-bar) flex-none items-center gap-2 border-b pr-2 pl-4 md:pl-5">
        <h2 className="min-w-0 truncate">{label}</h2>
        <span className="ml-auto flex">
          <CloseSheet href={closeHref} />
        </span>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <div tabIndex={0} className={body}>
        {children}
      </div>
      {foot && (
        <footer className="flex flex-none flex-wrap items-center gap-1.5 border-t px-4 py-3 md:px-5">
          {foot}
        </footer>
      )}
    </aside>
  );
}

const body = "min-h-0 flex-1 overflow-auto px-4 py-4 focus-visible:-outline-offset-2 md:px-5";

/** A part of a sheet under its small head. */
export function SheetPart({ label, children }: { label: string; children: ReactNode }) {
  return (
    <section className="mt-5">
      <h3 className="mb-1.5 text-xs text-faint">{label}</h3>
      {children}
    </section>
  );
}

/** What is known of a record, name by name. */
export function Facts({ children }: { children: ReactNode }) {
  return <dl className="mt-3 grid grid-cols-[6.5rem_minmax(0,1fr)] items-baseline gap-y-1">{children}</dl>;
}

/** One of them. */
export function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-faint">{name}</dt>
      <dd className="min-w-0">{children}</dd>
    </>
  );
}
