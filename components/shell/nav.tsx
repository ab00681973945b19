"use client";

import { usePathname } from "next/navigation";
import { BottomBar } from "#components/shell/bottom-bar";
import { Brand } from "#components/shell/brand";
import { NavLink } from "#components/shell/nav-link";
import { isAt, isDesk, notices, type PlaceName, placeGroups, settings } from "#components/shell/places";
import { UserMenu } from "#components/shell/user-menu";
import { PageLink } from "#components/ui/page-link";

export type Person = { name: string; role: string };
export type PlaceCounts = Partial<Record<PlaceName, number>>;
export type NavProps = { person: Person; counts: PlaceCounts; signOut: () => void | Promise<void> };

/** The way around: a column, a rail on desks with panes, a bar at the foot of a phone. */
export function Nav(props: NavProps) {
  const path = usePathname();
  return (
    <>
      <NavColumn {...props} path={path} rail={isDesk(path)} />
      <BottomBar {...props} path={path} />
    </>
  );
}

function NavColumn({ person, counts, signOut, path, rail }: NavProps & { path: string; rail: boolean }) {
  const link = (place: typeof settings) => (
    <NavLink
      key={place.name}
      place={place}
      count={counts[place.name]}
      current={isAt(path, place.href)}
      rail={rail}
    />
  );
  return (
    <nav
      aria-label="Main"
      className={`hidden flex-none flex-col overflow-y-auto border-r bg-page px-2 pb-2 md:flex ${rail ? "w-(--size-rail) items-center" : "w-(--size-nav)"}`}
    >
      <PageLink
        href="/"
        className={`flex h-(--size-bar) flex-none items-center rounded-md focus-visible:-outline-offset-2 ${rail ? "" : "px-2"}`}
      >
        <Brand rail={rail} />
      </PageLink>
      {placeGroups.map(({ label, places }) => (
        <div
          key={places[0]!.name}
          className={label ? (rail ? "mt-2 border-t pt-2" : "mt-4") : rail ? "" : "mt-1"}
        >
          {label && !rail && <div className="mb-1 px-2 text-2xs font-medium text-faint">{label}</div>}
          {places.map(link)}
        </div>
      ))}
      <div className={`mt-auto flex flex-col pt-4 ${rail ? "items-center" : ""}`}>
        {link(notices)}
        {link(settings)}
      </div>
      <UserMenu person={person} signOut={signOut} rail={rail} />
    </nav>
  );
}
