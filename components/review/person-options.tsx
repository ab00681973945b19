import type { DeskPerson } from "#lib/drafts/view";

/** Whom a statement can be given to: somebody of the roster, a name that is on none, or nobody. */
export type PersonChoice = { id: string | null; name: string } | null;

export type PersonOption = { label: string; choice: PersonChoice };

const MOST = 8;

/** What the list offers for the words typed so far: people first, then the words as a name, then nobody. */
export function personOptions(people: DeskPerson[], typed: string): PersonOption[] {
  const words = typed.trim().toLowerCase();
  const fitting = people.filter((person) => fits(person.name, words)).slice(0, MOST);
  const known = people.some((person) => person.name.toLowerCase() === words);
  return [
    ...fitting.map((person) => ({ label: person.name, choice: person })),
    ...(words && !known
      ? [{ label: `“${typed.trim()}”, not on the roster`, choice: { id: null, name: typed.trim() } }]
      : []),
    { label: "Nobody", choice: null },
  ];
}

/** Whom the words mean when the field is left: a full name is that person, anything else a name of its own. */
export function readPerson(people: DeskPerson[], typed: string): PersonChoice {
  const name = typed.trim();
  if (!name) return null;
  return people.find((person) => person.name.toLowerCase() === name.toLowerCase()) ?? { id: null, name };
}

function fits(name: string, words: string): boolean {
  const parts = name.toLowerCase().split(/\s+/);
  return parts.some((_, i) => parts.slice(i).join(" ").startsWith(words));
}
