import type { DraftText } from "#lib/drafts/merge-drafts";
import { foldWords } from "#lib/grounding/fold";
import type { Evidence, Statement } from "#lib/grounding/statement";

/** How much two quotes must have in common, or two wordings, to mean the same statement. */
const SAME_PLACE = 0.5;
const SAME_WORDS = 0.6;

/**
 * Gives what a run wrote the ids of the statements it means again: those of the same section whose quotes lie over
 * each other, or whose words are alike. `known` are the revisions to look in, the newest first; everything else gets an
 * id that the draft never had (`taken`).
 */
export function alignStatements(known: DraftText[], theirs: DraftText, taken: Iterable<string>): DraftText {
  const renamed = new Map<string, string>();
  const used = new Set<string>();
  for (const { from, to } of pairs(known.flatMap(toCompare), toCompare(theirs))) {
    if (renamed.has(from) || used.has(to)) continue;
    renamed.set(from, to);
    used.add(to);
  }
  const ids = new Set([
    ...taken,
    ...used,
    ...known.flatMap(({ statements }) => statements.map(({ id }) => id)),
  ]);
  for (const { id } of theirs.statements) {
    if (renamed.has(id)) continue;
    const fresh = freshId(id, ids);
    ids.add(fresh);
    renamed.set(id, fresh);
  }
  return {
    statements: theirs.statements.map((statement) => ({ ...statement, id: renamed.get(statement.id)! })),
    evidence: theirs.evidence.flatMap((place) => {
      const statementId = renamed.get(place.statementId);
      return statementId ? [{ ...place, statementId }] : [];
    }),
  };
}

/** `wanted` where no statement of the draft ever had it, else the next number after its letters. */
export function freshId(wanted: string, taken: ReadonlySet<string>): string {
  if (!taken.has(wanted)) return wanted;
  const letters = /^[a-z]+/.exec(wanted)?.[0] ?? "s";
  let number = 1;
  while (taken.has(`${letters}${number}`)) number += 1;
  return `${letters}${number}`;
}

/** The statement of a draft that means the same as another, or undefined. */
export function findAlike(wanted: DraftText, among: DraftText): Statement | undefined {
  const [best] = pairs(toCompare(wanted), toCompare(among));
  return among.statements.find(({ id }) => id === best?.from);
}

type Compared = { id: string; section: string; words: Set<string>; places: Evidence[] };

function toCompare({ statements, evidence }: DraftText): Compared[] {
  const places = Map.groupBy(evidence, ({ statementId }) => statementId);
  return statements.map(({ id, section, text }) => ({
    id,
    section,
    words: new Set(foldWords(text).split(" ")),
    places: places.get(id) ?? [],
  }));
}

/** Who could be whom, the most alike first; of equals the one that was known first. */
function pairs(known: Compared[], theirs: Compared[]): { from: string; to: string; score: number }[] {
  const sections = Map.groupBy(known, ({ section }) => section);
  const found = theirs.flatMap((one) =>
    (sections.get(one.section) ?? []).flatMap((other) => {
      const [place, words] = [overlapOf(one.places, other.places), alike(one.words, other.words)];
      const score = place + words;
      return place >= SAME_PLACE || words >= SAME_WORDS ? [{ from: one.id, to: other.id, score }] : [];
    }),
  );
  return found.sort((a, b) => b.score - a.score);
}

function overlapOf(some: Evidence[], others: Evidence[]): number {
  return Math.max(0, ...some.flatMap((one) => others.map((other) => overlap(one, other))));
}

/** What two places have in common, of what they cover together. */
function overlap(one: Evidence, other: Evidence): number {
  if (one.sourceId !== other.sourceId || one.version !== other.version) return 0;
  const common = Math.min(one.end, other.end) - Math.max(one.start, other.start);
  const together = Math.max(one.end, other.end) - Math.min(one.start, other.start);
  return common > 0 ? common / together : 0;
}

function alike(some: Set<string>, others: Set<string>): number {
  const common = [...some].filter((word) => others.has(word)).length;
  return common / (some.size + others.size - common);
}
