"use client";

import { openKeySheet } from "#components/shell/key-sheet";
import { leave } from "#components/shell/leave";
import type { Person } from "#components/shell/nav";
import { Face } from "#components/ui/face";
import { Kbd } from "#components/ui/kbd";
import { Menu, type MenuEntry } from "#components/ui/menu";

type UserMenuProps = { person: Person; signOut: () => void | Promise<void>; rail: boolean };

/** Who is signed in, and the way out. */
export function UserMenu({ person, signOut, rail }: UserMenuProps) {
  const trigger = (
    <button
      type="button"
      aria-label={`${person.name}, ${person.role}`}
      className={`flex flex-none items-center gap-2 rounded-md hover:bg-hover aria-expanded:bg-selected pointer-coarse:min-h-(--size-touch) ${rail ? "size-7 justify-center" : "h-7 w-full px-2"}`}
    >
      <Face name={person.name} me />
      {!rail && (
        <>
          <span className="min-w-0 truncate font-medium">{person.name}</span>
          <span className="flex-none text-xs text-faint">{person.role}</span>
        </>
      )}
    </button>
  );
  const entries: MenuEntry[] = [
    { label: "Settings", icon: "settings", href: "/settings" },
    { label: "All keys", icon: "key", onSelect: openKeySheet, end: <Kbd name="?" /> },
    "rule",
    { label: "Sign out", onSelect: () => leave(signOut) },
  ];
  return (
    <div className="mt-2 border-t pt-1">
      <Menu trigger={trigger} entries={entries} side="top" align="start" />
    </div>
  );
}
