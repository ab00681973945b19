import Link from "next/link";
import type { ReactNode } from "react";
import { NEW_SOURCE } from "#components/shell/places";
import { ThemeToggle } from "#components/shell/theme-toggle";
import { LinkButton } from "#components/ui/link-button";

type TopBarProps = {
  title: string;
  /** What the title lies in, as the way back. */
  within?: { href: string; label: string };
  detail?: ReactNode;
  /** Badges and controls beside the title. */
  children?: ReactNode;
  search?: ReactNode;
  newSource?: boolean;
};

/** The head of a page without panes. */
export function TopBar({ title, within, detail, children, search, newSource = true }: TopBarProps) {
  return (
    <header className="flex h-12 flex-none items-center gap-3 border-b pr-2 pl-4 md:h-(--size-bar) md:pr-4 md:pl-6">
      <h1 className="min-w-0 truncate text-md">
        {within && (
          <>
            <Link href={within.href} className="rounded-sm font-normal text-muted hover:text-ink">
              {within.label}
            </Link>
            <span className="font-normal text-faint"> / </span>
          </>
        )}
        {title}
      </h1>
      {detail && <span className="min-w-0 truncate text-muted max-md:hidden">{detail}</span>}
      {children}
      <span className="ml-auto flex flex-none items-center gap-3 max-md:gap-0">
        {search}
        {newSource && (
          <span className="flex max-md:hidden">
            <LinkButton href={NEW_SOURCE} icon="plus" kbd="n">
              New source
            </LinkButton>
          </span>
        )}
        <ThemeToggle />
      </span>
    </header>
  );
}
