import type { ReactNode } from "react";
import { NewSource } from "#components/shell/new-source";
import { SearchButton } from "#components/shell/search-button";
import { ThemeToggle } from "#components/shell/theme-toggle";
import { Icon } from "#components/ui/icon";
import { PageLink } from "#components/ui/page-link";

type TopBarProps = {
  title: string;
  /** What the title lies in, as the way back. */
  within?: { href: string; label: string };
  detail?: ReactNode;
  /** Badges and controls beside the title. */
  children?: ReactNode;
  newSource?: boolean;
};

/** The head of a page without panes. */
export function TopBar({ title, within, detail, children, newSource = true }: TopBarProps) {
  return (
    <header className="sticky top-0 z-1 flex h-12 flex-none items-center gap-3 border-b bg-surface pr-2 pl-4 md:h-(--size-bar) md:pr-4 md:pl-6">
      {within && <WayBack {...within} />}
      <h1 className="min-w-0 truncate text-md">{title}</h1>
      {detail && <span className="min-w-0 truncate text-muted max-md:hidden">{detail}</span>}
      {children}
      <span className="ml-auto flex flex-none items-center gap-3 max-md:gap-0">
        <SearchButton />
        {newSource && (
          <span className="flex max-md:hidden">
            <NewSource byKey />
          </span>
        )}
        <ThemeToggle />
      </span>
    </header>
  );
}

/** On a phone an arrow, elsewhere the name of what the page lies in. */
function WayBack({ href, label }: { href: string; label: string }) {
  return (
    <span className="-mr-2 flex flex-none items-center text-md text-muted max-md:-ml-4">
      <PageLink
        href={href}
        className="flex items-center rounded-sm hover:text-ink max-md:size-(--size-touch) max-md:justify-center"
      >
        <span className="flex md:hidden">
          <Icon name="left" />
        </span>
        <span className="max-md:sr-only">{label}</span>
      </PageLink>
      <span aria-hidden="true" className="ml-1 text-faint max-md:hidden">
        /
      </span>
    </span>
  );
}
