"use client";

import { type ReactNode, useState } from "react";
import { MoreSheet } from "#components/shell/more-sheet";
import type { NavProps } from "#components/shell/nav";
import { isAt, isOpenDraft, NEW_SOURCE, type Place, placeGroups } from "#components/shell/places";
import { Hidden } from "#components/ui/hidden";
import { Icon, type IconName } from "#components/ui/icon";
import { PageLink } from "#components/ui/page-link";
import { formatCount } from "#lib/format/count";

const look =
  "relative flex min-w-0 flex-1 flex-col items-center justify-center gap-0.5 text-2xs font-medium text-muted focus-visible:-outline-offset-2 aria-[current]:text-accent-text";

const [today, reviews] = placeGroups[0]!.places as [Place, Place];
const [actions] = placeGroups[1]!.places as [Place];

/** The navigation of a phone. An open draft has its decision bar there instead. */
export function BottomBar({ path, ...nav }: NavProps & { path: string }) {
  const [more, setMore] = useState(false);
  if (isOpenDraft(path)) return null;
  const tab = (place: Place) => (
    <BarLink place={place} count={nav.counts[place.name]} current={isAt(path, place.href)} />
  );
  const elsewhere = ![today, reviews, actions, { href: NEW_SOURCE }].some(({ href }) => isAt(path, href));
  return (
    <nav
      aria-label="Main"
      className="flex h-14 flex-none border-t border-line-strong bg-surface pb-[env(safe-area-inset-bottom)] box-content md:hidden"
    >
      {tab(today)}
      {tab(reviews)}
      <PageLink href={NEW_SOURCE} aria-current={isAt(path, NEW_SOURCE) ? "page" : undefined} className={look}>
        <TabFace icon="plus">New source</TabFace>
      </PageLink>
      {tab(actions)}
      <button
        type="button"
        aria-haspopup="dialog"
        aria-current={elsewhere || undefined}
        onClick={() => setMore(true)}
        className={look}
      >
        <TabFace icon="more">More</TabFace>
        <TabCount count={nav.counts.notices} what="notices" />
      </button>
      <MoreSheet {...nav} path={path} open={more} onOpenChange={setMore} />
    </nav>
  );
}

function BarLink({ place, count, current }: { place: Place; count?: number; current: boolean }) {
  return (
    <PageLink href={place.href} aria-current={current ? "page" : undefined} className={look}>
      <TabFace icon={place.icon}>{place.label}</TabFace>
      <TabCount count={count} />
    </PageLink>
  );
}

/** How much waits there; `what` says of what, where the tab doesn't. */
function TabCount({ count, what }: { count?: number; what?: string }) {
  if (!count) return null;
  return (
    <span className="absolute top-1.5 left-1/2 ml-2.5 rounded-full bg-surface px-0.5 text-2xs leading-none text-muted">
      <Hidden>, </Hidden>
      {formatCount(count)}
      {what && <Hidden> {what}</Hidden>}
    </span>
  );
}

function TabFace({ icon, children }: { icon: IconName; children: ReactNode }) {
  return (
    <>
      <span className="flex scale-125 py-0.5">
        <Icon name={icon} />
      </span>
      <span className="max-w-full truncate">{children}</span>
    </>
  );
}
