import type { Tx } from "#lib/db/store";
import { AppError } from "#lib/errors";
import { matchPerson, namesOf } from "#lib/grounding/people";
import type { RosterPerson } from "#lib/grounding/statement";
import { readRoster } from "#lib/users/queries";

type Called = { name?: string; aliases?: string[]; handles?: string[] };

/**
 * Refuses names that stand for somebody else already, and names after which one of somebody else's would stand for this
 * person: what is written under them would be theirs to see.
 */
export async function refuseTakenNames(tx: Tx, userId: string, called: Called): Promise<void> {
  const { name, aliases = [], handles = [] } = called;
  const wanted = [...(name === undefined ? [] : [name]), ...aliases, ...handles];
  if (wanted.length === 0) return;
  const roster = await readRoster(tx);
  const others = roster.filter((person) => person.id !== userId);
  const before = roster.find((person) => person.id === userId) ?? NOBODY;
  const after = [...others, { ...before, id: userId, ...called }];
  for (const other of others) {
    const theirs = new Set(formsOf(other).map(folded));
    const taken = wanted.find((one) => theirs.has(folded(one)));
    if (taken !== undefined) throw refusal(taken, other);
    const lost = formsOf(other).find(
      (form) => meant(form, others) === other.id && meant(form, after) === userId,
    );
    if (lost !== undefined) throw refusal(lost, other);
  }
}

const NOBODY: RosterPerson = { id: "", name: "", email: null, aliases: [], handles: [] };

/** What a source may call a person, the last name too. */
function formsOf(person: RosterPerson): string[] {
  const last = person.name.split(/\s+/).at(-1);
  return [...namesOf(person, [person]), ...(last ? [last] : [])];
}

function meant(form: string, roster: RosterPerson[]): string | null | undefined {
  return matchPerson(form, roster, [])?.id;
}

function refusal(taken: string, { name }: RosterPerson): AppError {
  return new AppError(
    "conflict",
    `“${taken}” stands for ${name} already. Choose another, or change theirs first.`,
  );
}

function folded(name: string): string {
  return name.normalize("NFKC").toLowerCase().replace(/\s+/g, " ").trim();
}
