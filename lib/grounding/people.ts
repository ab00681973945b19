import type { RosterPerson } from "#lib/grounding/statement";

/** Somebody a source names: `id` is null where the name is on no roster, or fits several on it. */
export type MatchedPerson = { id: string | null; name: string };

/** Finds who a name in a source means; null where it names nobody ("team", "TBD"). */
export function matchPerson(
  name: string,
  roster: RosterPerson[],
  _attendees: string[],
): MatchedPerson | null {
  const wanted = name.replace(/^@/, "").trim().toLowerCase();
  if (!wanted) return null;
  const person = roster.find((p) =>
    [p.name, ...p.aliases, ...p.handles].some((n) => n.toLowerCase() === wanted),
  );
  return person ? { id: person.id, name: person.name } : { id: null, name: name.trim() };
}
