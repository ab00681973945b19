import type { Day } from "#lib/format/dates";
import { foldWords } from "#lib/grounding/fold";
import { type EarlierFinding, groundEarlier } from "#lib/grounding/ground-earlier";
import { type GroundedPoint, groundPoint, type RawPoint } from "#lib/grounding/ground-point";
import type { Place, RawWords } from "#lib/grounding/ground-words";
import { relate } from "#lib/grounding/relate";
import { indexSource, type SourceIndex } from "#lib/grounding/source-index";
import { type Evidence, type Proposal, SourcePart, type Statement } from "#lib/grounding/statement";
import { findUnsourced, readSaid } from "#lib/grounding/unsourced";
import type { Section, WriterInput } from "#lib/workflows/define";

/** A draft as it is stored: its statements in order, where each of them that was found stands, and what became of earlier things. */
export type Grounded = { statements: Statement[]; evidence: Evidence[]; earlier: EarlierFinding[] };

/** More of a section nobody reviews, in one part of a long source and in all of it. */
const MAX_POINTS = 300;
const MAX_POINTS_IN_ALL = 2_000;

/**
 * Checks what a writer proposes against its sources: finds each quote, the sentence around it and what to look at,
 * matches people, resolves due phrases. Sections come in the workflow's order, others are dropped; sections with a
 * person or a day are in the order of the source, prose as it was written. What is said twice in a section is one statement.
 * At most 300 points of a section count, or of each part of a long source. Whatever the proposal holds, this does not throw.
 */
export function ground(input: WriterInput, proposal: Proposal, sections: Section[]): Grounded {
  const sources = input.sources.map(indexSource);
  const grounded: Grounded = {
    statements: [],
    evidence: [],
    earlier: groundEarlier(proposal?.earlier, input.earlier ?? [], sources),
  };
  for (const section of sections) {
    if (section.carries) continue;
    const points = readPoints(proposal, section.key).flatMap(
      (raw) => groundPoint(raw, section, sources, input.roster) ?? [],
    );
    const unique = mergeSame(withoutOverlap(points), section);
    if (section.person || section.due)
      unique.sort((a, b) => a.place.source - b.place.source || a.place.start - b.place.start);
    number(unique, idPrefix(section, sections), grounded);
  }
  grounded.statements = weighSent(grounded.statements, sections, { sources, today: input.lead?.today });
  return relate(grounded, input.known ?? [], { source: sources[0]!, sections });
}

/** Of a choice the first that may be kept is; what is sent as it stands is searched for words that no source has. */
function weighSent(
  statements: Statement[],
  sections: Section[],
  { sources, today = sources[0]!.source.heldOn }: { sources: SourceIndex[]; today?: Day | undefined },
): Statement[] {
  const of = (wanted: (section: Section) => true | undefined) =>
    new Set(sections.filter(wanted).map(({ key }) => key));
  const [free, choice] = [of((section) => section.free), of((section) => section.choice)];
  if (free.size === 0) return statements;
  const said = readSaid(sources);
  const chosen = new Set<string>();
  return statements.map((statement) => {
    const unsourced = free.has(statement.section) ? findUnsourced(statement.text, said, today) : [];
    const kept = statement.kept && !(choice.has(statement.section) && chosen.has(statement.section));
    if (kept) chosen.add(statement.section);
    return {
      ...statement,
      kept,
      ...(unsourced.length > 0 && { unsourced: unsourced.map(({ kind, words }) => ({ kind, words })) }),
    };
  });
}

/** The points of a section; what is no point, or has parts of another type, is passed over or left empty. */
export function readPoints(proposal: unknown, key: string): RawPoint[] {
  const points: unknown = isRecord(proposal) && Object.hasOwn(proposal, key) ? proposal[key] : [];
  if (!Array.isArray(points)) return [];
  const counted = new Map<string, number>();
  return points.slice(0, MAX_POINTS_IN_ALL).flatMap((point: unknown) => {
    if (!isRecord(point)) return [];
    const part = readPart(point.part);
    const of = part ? `${part.source} ${part.start}` : "";
    const count = (counted.get(of) ?? 0) + 1;
    counted.set(of, count);
    if (count > MAX_POINTS) return [];
    return [
      {
        ...readWords(point, part),
        person: string(point.person),
        due: string(point.due),
        to: string(point.to),
        because: readDetails(point.because, part),
        instead: readDetails(point.instead, part),
      },
    ];
  });
}

function readDetails(details: unknown, part: SourcePart | undefined): RawWords[] {
  return Array.isArray(details) ? details.filter(isRecord).map((one) => readWords(one, part)) : [];
}

function readPart(part: unknown): SourcePart | undefined {
  return SourcePart.safeParse(part).data;
}

function readWords(point: Record<string, unknown>, part: SourcePart | undefined): RawWords {
  const at = typeof point.at === "number" && Number.isFinite(point.at) ? point.at : undefined;
  return { text: string(point.text), quote: string(point.quote), at, part };
}

const string = (value: unknown) => (typeof value === "string" ? value : "");

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

/**
 * Neighbouring parts of a long source share a few lines, and what is said there is found twice: of points from different
 * parts whose quotes overlap, the one of the earlier part stays.
 */
function withoutOverlap(points: GroundedPoint[]): GroundedPoint[] {
  const parts = points.filter(({ part, evidence }) => part && evidence);
  if (parts.length < 2) return points;
  const doubled = new Set(
    parts.filter((point) => parts.some((other) => isBefore(other, point) && sharesWords(other, point))),
  );
  return points.filter((point) => !doubled.has(point));
}

function isBefore({ part: one }: GroundedPoint, { part: other }: GroundedPoint): boolean {
  return one!.source === other!.source && one!.start < other!.start;
}

function sharesWords({ evidence: one }: GroundedPoint, { evidence: other }: GroundedPoint): boolean {
  return one!.sourceId === other!.sourceId && one!.start < other!.end && other!.start < one!.end;
}

/**
 * Of statements with the same words, the first that was found in a source. Where each is of whoever wrote it, two people
 * who say the same say two things.
 */
function mergeSame(points: GroundedPoint[], section: Section): GroundedPoint[] {
  const byWords = new Map<string, GroundedPoint>();
  for (const point of points) {
    const writer = section.person === "writer" ? foldWords(point.statement.person?.name ?? "") : "";
    const key = `${writer}: ${foldWords(point.statement.text)}`;
    const same = byWords.get(key);
    if (!same || (!same.evidence && point.evidence)) byWords.set(key, point);
  }
  return [...byWords.values()];
}

/** "a" for actions; as many letters more as tell a section from those before it. */
function idPrefix(section: Section, sections: Section[]): string {
  // "p" is of what people add.
  const taken = new Set(["p"]);
  for (const { key } of sections) {
    const letters = key.toLowerCase().replace(/[^a-z]/g, "") || "s";
    let length = 1;
    while (taken.has(letters.slice(0, length)) && length < letters.length) length++;
    let prefix = letters.slice(0, length);
    while (taken.has(prefix)) prefix += "x";
    if (key === section.key) return prefix;
    taken.add(prefix);
  }
  return "s";
}

function number(points: GroundedPoint[], prefix: string, grounded: Grounded) {
  for (const [n, { statement, evidence, beside }] of points.entries()) {
    const id = `${prefix}${n + 1}`;
    grounded.statements.push({ id, ...statement });
    // One place a beginning: a reason often stands in the very words of its decision.
    const places = new Map(
      [...beside, ...(evidence ? [evidence] : [])].map((place) => [keyOf(place), place]),
    );
    const own = evidence ? places.get(keyOf(evidence))! : null;
    if (own) grounded.evidence.push({ statementId: id, ...own });
    for (const place of places.values())
      if (place !== own) grounded.evidence.push({ statementId: id, ...place });
  }
}

const keyOf = ({ sourceId, start }: Place) => `${sourceId} ${start}`;
