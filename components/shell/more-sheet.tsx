"use client";

import { leave } from "#components/shell/leave";
import type { NavProps } from "#components/shell/nav";
import { isAt, notices, type Place, placeGroups, settings } from "#components/shell/places";
import { Button } from "#components/ui/button";
import { Count } from "#components/ui/count";
import { Dialog } from "#components/ui/dialog";
import { Face } from "#components/ui/face";
import { Icon } from "#components/ui/icon";
import { PageLink } from "#components/ui/page-link";

type MoreSheetProps = NavProps & { path: string; open: boolean; onOpenChange: (open: boolean) => void };

/** Every place a phone's bar has no room for, who is signed in, and the way out. */
export function MoreSheet({ person, counts, signOut, path, open, onOpenChange }: MoreSheetProps) {
  const foot = (
    <>
      <Face name={person.name} me />
      <span className="min-w-0 flex-1 truncate">
        <span className="font-medium">{person.name}</span> <span className="text-faint">{person.role}</span>
      </span>
      <Button onClick={() => leave(signOut)}>Sign out</Button>
    </>
  );
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title="More" foot={foot}>
      {[...placeGroups.slice(1), { label: "You", places: [notices, settings] }].map(({ label, places }) => (
        <div key={label} className="not-first:mt-3">
          <h3 className="text-xs font-medium text-faint">{label}</h3>
          {places.map((place) => (
            <SheetLink
              key={place.name}
              place={place}
              count={counts[place.name]}
              current={isAt(path, place.href)}
              onGo={() => onOpenChange(false)}
            />
          ))}
        </div>
      ))}
    </Dialog>
  );
}

function SheetLink({
  place,
  count,
  current,
  onGo,
}: {
  place: Place;
  count?: number;
  current: boolean;
  onGo: () => void;
}) {
  return (
    <PageLink
      href={place.href}
      onClick={onGo}
      aria-current={current ? "page" : undefined}
      className="-mx-2 flex h-(--size-touch) items-center gap-3 rounded-md px-2 text-md aria-[current]:bg-selected aria-[current]:font-medium"
    >
      <span className="flex text-faint">
        <Icon name={place.icon} />
      </span>
      {place.label}
      {count ? (
        <span className="ml-auto">
          <Count of={count} />
        </span>
      ) : null}
    </PageLink>
  );
}
