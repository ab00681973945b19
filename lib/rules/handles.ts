import type { RosterPerson } from "#lib/grounding/statement";

const SHORTEST = 4;

/**
 * The attendee whom a first name means where they are listed by handle alone: "Erika" among "erikaweiss, botran". The
 * name itself where it is listed, on the roster, or the beginning of several handles.
 */
export function byHandle(name: string, attendees: string[], roster: RosterPerson[]): string {
  const initials = byInitials(name, [...attendees, ...roster.map((person) => person.name)]);
  if (initials) return initials;
  const first = name.replace(/^@/, "").toLowerCase();
  if (first.length < SHORTEST || !/^\p{L}+$/u.test(first)) return name;
  const known = [...attendees, ...roster.map((person) => person.name)].map((known) =>
    known
      .toLowerCase()
      .split(/[^\p{L}\p{N}_-]+/u)
      .filter(Boolean),
  );
  if (known.some((parts) => parts.includes(first))) return name;
  const meant = attendees.filter(
    (attendee) => /^@?[\w-]+$/.test(attendee) && attendee.toLowerCase().replace(/^@/, "").startsWith(first),
  );
  return meant.length === 1 ? meant[0]! : name;
}

/** "DW" among "Dana Weiss, Bo Tran"; "" where nobody, or more than one, has these initials. */
function byInitials(name: string, listed: string[]): string {
  if (!/^\p{Lu}{2,3}$/u.test(name)) return "";
  const meant = new Set(listed.filter((full) => initialsOf(full) === name));
  return meant.size === 1 ? [...meant][0]! : "";
}

function initialsOf(full: string): string {
  return (full.replace(/[([@].*$/u, "").match(/\p{L}+/gu) ?? [])
    .map((word) => word[0]!.toUpperCase())
    .join("");
}
