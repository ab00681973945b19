import type { MergeConflict } from "#drizzle/schema/drafts";
import { foldWords } from "#lib/grounding/fold";
import type { Evidence, Statement } from "#lib/grounding/statement";

/** A draft as one revision has it: its statements in order, and where they stand in the sources. */
export type DraftText = { statements: Statement[]; evidence: Evidence[] };

export type MergedDraft = DraftText & { conflicts: MergeConflict[] };

/**
 * Puts what people changed since a run (`base` to `mine`) into what another run wrote (`theirs`), statement by
 * statement and part by part. What a person wrote, added, declined or took away stays; where the run differs in the
 * very same part, both are kept as a conflict. The ids of `theirs` are those of `mine` where they mean the same
 * (`alignStatements`), and all evidence is in the same version of the sources.
 */
export function mergeDrafts(base: DraftText, mine: DraftText, theirs: DraftText): MergedDraft {
  const [before, own, other] = [base, mine, theirs].map(({ statements }) => byId(statements));
  const [beforePlaces, ownPlaces, otherPlaces] = [base, mine, theirs].map(({ evidence }) =>
    placesOf(evidence),
  );
  const conflicts: MergeConflict[] = [];
  const merged = new Map<string, Statement>();
  const evidence: Evidence[] = [];
  for (const id of new Set([...own!.keys(), ...other!.keys()])) {
    const result = mergeStatement(before!.get(id), own!.get(id), other!.get(id));
    if (!result) continue;
    merged.set(id, result.statement);
    if (result.conflict) conflicts.push({ statementId: id, theirs: other!.get(id) ?? null });
    const places = [beforePlaces!, ownPlaces!, otherPlaces!].map((of) => of.get(id) ?? []);
    evidence.push(...mergePlaces(places[0]!, places[1]!, places[2]!));
  }
  const statements = orderOf(base, mine, theirs).flatMap((id) => merged.get(id) ?? []);
  return { statements, evidence, conflicts };
}

type Result = { statement: Statement; conflict: boolean } | null;

function mergeStatement(
  base: Statement | undefined,
  mine: Statement | undefined,
  theirs: Statement | undefined,
): Result {
  // Taken away by a person: it stays away, whatever the run writes.
  if (!mine) return theirs && !base ? { statement: theirs, conflict: false } : null;
  if (!theirs) {
    if (base && same(base, mine)) return null;
    // Declined by a person and not written again: nothing to decide.
    return { statement: mine, conflict: base !== undefined && mine.kept };
  }
  if (!base) return { statement: mine, conflict: false };
  const statement = { ...theirs };
  for (const key of Object.keys({ ...base, ...mine, ...theirs }) as (keyof Statement)[]) {
    const isMine = FOUND.has(key) ? same(base[key], theirs[key]) : !same(base[key], mine[key]);
    if (isMine) Object.assign(statement, { [key]: mine[key] });
  }
  // What no source has of the words goes with the words.
  const { unsourced, confirmed } = same(statement.text, theirs.text) ? theirs : mine;
  Object.assign(statement, { unsourced, confirmed });
  return { statement, conflict: PARTS.some((differs) => differs(base, mine, theirs)) };
}

/** What a person doesn't set: it goes with what was found in the source. */
const FOUND: ReadonlySet<keyof Statement> = new Set(["trace", "flags"]);

type Differs = (base: Statement, mine: Statement, theirs: Statement) => boolean;

/** Whether both sides changed a part, and to something else. Declining is never one: there are but two ways. */
const PARTS: Differs[] = [
  differing(({ text }) => foldWords(text)),
  differing(({ person }) => person && [person.id, foldWords(person.name)]),
  differing(({ due }) => due?.on ?? null),
  differing(({ to }) => to && foldWords(to.name)),
];

function differing(part: (statement: Statement) => unknown): Differs {
  return (base, mine, theirs) => {
    const [before, own, other] = [base, mine, theirs].map(part);
    return !same(before, own) && !same(before, other) && !same(own, other);
  };
}

function mergePlaces(base: Evidence[], mine: Evidence[], theirs: Evidence[]): Evidence[] {
  if (samePlaces(base, mine)) return theirs;
  if (samePlaces(base, theirs)) return mine;
  const known = new Set(mine.map(keyOfPlace));
  return [...mine, ...theirs.filter((place) => !known.has(keyOfPlace(place)))];
}

/** The run's order, with what only people have after what it followed; theirs alone where the run changed none. */
function orderOf(base: DraftText, mine: DraftText, theirs: DraftText): string[] {
  const [before, own, other] = [base, mine, theirs].map(({ statements }) => statements.map(({ id }) => id));
  if (same(before, other)) return own!;
  const order = [...other!];
  const there = new Set(order);
  own!.forEach((id, at) => {
    if (there.has(id)) return;
    const follows = at === 0 ? -1 : order.indexOf(own![at - 1]!);
    order.splice(follows + 1, 0, id);
    there.add(id);
  });
  return order;
}

function byId(statements: Statement[]): Map<string, Statement> {
  return new Map(statements.map((statement) => [statement.id, statement]));
}

function placesOf(evidence: Evidence[]): Map<string, Evidence[]> {
  return Map.groupBy(evidence, ({ statementId }) => statementId);
}

function samePlaces(some: Evidence[], others: Evidence[]): boolean {
  return same(some.map(keyOfPlace).sort(), others.map(keyOfPlace).sort());
}

/** What tells places of one statement apart. */
export function keyOfPlace({ sourceId, version, start, end }: Evidence): string {
  return `${sourceId} ${version} ${start} ${end}`;
}

/** Whether two values say the same, whatever the order of their keys. */
export function same(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (typeof one !== "object" || typeof other !== "object" || !one || !other) return false;
  const keys = Object.keys(one);
  const read = (of: object, key: string) => (of as Record<string, unknown>)[key];
  return (
    keys.length === Object.keys(other).length &&
    keys.every((key) => Object.hasOwn(other, key) && same(read(one, key), read(other, key)))
  );
}
