import {
  isSameCommitment,
  isSameElsewhere,
  isWordForWord,
  type Likeness,
  likenessOf,
  overlapOf,
  saySame,
} from "#lib/grounding/alike";
import type { EarlierAs, EarlierRecord } from "#lib/grounding/earlier";
import type { Grounded } from "#lib/grounding/ground";
import type { EarlierFinding } from "#lib/grounding/ground-earlier";
import { findReport, readReports } from "#lib/grounding/reported-done";
import { type SourceIndex, sentenceAround } from "#lib/grounding/source-index";
import type { Statement } from "#lib/grounding/statement";
import type { Section } from "#lib/workflows/define";

type Draft = Pick<Grounded, "statements" | "evidence">;
type Known = EarlierRecord & Likeness;

/**
 * Tells what a draft says of records that stood before: which statements are the same again, which decisions overturn
 * one, and which open actions are said to be done. Adds the open ones of earlier meetings as statements of their own.
 * By the words alone, so that the same draft gives the same answer; what a model answers counts where its quote is there.
 */
export function relate(
  draft: Grounded,
  known: EarlierRecord[],
  { source, sections }: { source: SourceIndex; sections: Section[] },
): Grounded {
  if (known.length === 0) return draft;
  const earlier = known.map((record) => ({ ...record, ...likenessOf(record.text) }));
  const answers = new Map(draft.earlier.filter(isTrusted).map((finding) => [finding.ref, finding]));
  const taken = new Set<string>();
  const statements = draft.statements.map((statement) => {
    const kind = sections.find(({ key }) => key === statement.section)?.becomes;
    const link = kind && linkOf(statement, kind, earlier, { draft, answers, source, taken });
    return link ? { ...statement, earlier: link } : statement;
  });
  const carried = sections.find(({ carries }) => carries);
  if (!carried) return { ...draft, statements };
  const still = carry(carried, earlier, { source, answers, taken });
  return { ...draft, ...inOrder(sections, { statements, evidence: draft.evidence }, still) };
}

/** An order to the writer, and "it is not done", say nothing of what is done. */
function isTrusted({ flags }: EarlierFinding): boolean {
  return !flags.includes("instruction") && !flags.includes("negated");
}

type Around = {
  draft: Draft;
  answers: ReadonlyMap<string, EarlierFinding>;
  source: SourceIndex;
  taken: Set<string>;
};

function linkOf(
  statement: Statement,
  kind: EarlierRecord["kind"],
  earlier: Known[],
  around: Around,
): Statement["earlier"] {
  const said = {
    text: statement.text,
    personId: statement.person?.id ?? null,
    personName: statement.person?.name ?? null,
    dueOn: statement.due?.on ?? null,
    ...likenessOf(statement.text),
  };
  const open = earlier.filter((record) => record.kind === kind && !around.taken.has(record.id));
  const same = best(open, said, (record) => {
    if (kind !== "action") return saySame(said, record);
    return record.isElsewhere ? isSameElsewhere(said, record) : isSameCommitment(said, record);
  });
  const link = (record: Known, as: EarlierAs) => {
    around.taken.add(record.id);
    return { kind, id: record.id, version: record.version, as, proposed: as };
  };
  if (same && (kind !== "decision" || isWordForWord(said, same))) return link(same, "same");
  const overturned = kind === "decision" && findOverturned(statement, said, open, around);
  if (overturned) return link(overturned, "superseding");
  return same && link(same, "same");
}

/** A decision that stands and that this one turns round, among those of earlier meetings. */
function findOverturned(
  statement: Statement,
  said: Likeness,
  known: Known[],
  around: Around,
): Known | undefined {
  const sentence = sentenceOf(statement.id, around);
  return known.find(
    (record) =>
      record.isCarried &&
      record.isOpen &&
      (overturns(said, sentence, record) || answeredSo(record, statement, around)),
  );
}

/** Of those that fit, the most alike; one that is open before all others. */
function best(records: Known[], said: Likeness, fits: (record: Known) => boolean): Known | undefined {
  const found = records.filter(fits);
  const open = found.filter(({ isOpen }) => isOpen);
  const likest = (open.length > 0 ? open : found).map((record) => ({ record, ...alikeness(said, record) }));
  return likest.toSorted((a, b) => b.both - a.both || a.apart - b.apart)[0]?.record;
}

/** How many content words two say both, and how many one of them alone. */
function alikeness(a: Likeness, b: Likeness): { both: number; apart: number } {
  const { both } = overlapOf(a, b);
  return { both, apart: a.words.size + b.words.size - 2 * both };
}

/** Whether a decision turns an earlier one round: it says so and is about the same, or it denies what that one said. */
function overturns(said: Likeness, sentence: string, record: Likeness): boolean {
  const { both, share } = overlapOf(said, record);
  const inSentence = overlapOf(likenessOf(sentence), record);
  if (TURNS.test(sentence)) return inSentence.both >= 2 && inSentence.share >= 0.4;
  return said.denies !== record.denies && both >= 2 && share >= 0.6;
}

const TURNS =
  /(?<!\p{L})(?:instead of|instead|no longer|not .{1,40} any ?more|revers(?:e|es|ed|ing)|overturn\p{L}*|supersed\p{L}*|rather than|change of plan|changed? our minds?|scrap(?:ped)?|roll(?:ed)? back|go(?:ing)? back to|back to|withdraw\p{L}*|replac(?:e|es|ed|ing))(?!\p{L})/iu;

function sentenceOf(statementId: string, { draft, source }: Around): string {
  const place = draft.evidence.find((one) => one.statementId === statementId);
  if (!place || place.sourceId !== source.source.id) return "";
  return source.source.text.slice(place.sentenceStart, place.sentenceEnd);
}

/** Whether the model says that this statement's sentence overturns the record. */
function answeredSo(record: Known, statement: Statement, { answers, draft }: Around): boolean {
  const answer = answers.get(record.ref);
  const place = draft.evidence.find((one) => one.statementId === statement.id);
  if (answer?.status !== "changed" || !place) return false;
  return place.sentenceStart < answer.place.end && answer.place.start < place.sentenceEnd;
}

/** The open actions of earlier meetings, each with where it is said to be done; not those that the draft finds again. */
function carry(
  { key }: Section,
  earlier: Known[],
  { source, answers, taken }: Pick<Around, "source" | "answers" | "taken">,
): Draft {
  const reports = readReports(source);
  const still: Draft = { statements: [], evidence: [] };
  for (const record of earlier) {
    if (record.kind !== "action" || !record.isCarried || !record.isOpen) continue;
    const answer = answers.get(record.ref);
    const quote = answer?.status === "done" ? answer.place : findReport(record.text, reports);
    if (!quote && taken.has(record.id)) continue;
    const as = quote ? "done" : "open";
    const { ref, kind, id, version, text, personId, personName, dueOn } = record;
    still.statements.push({
      id: ref,
      section: key,
      text,
      kept: true,
      trace: "stated",
      person: personName === null ? null : { id: personId, name: personName, basis: "set" },
      due: dueOn === null ? null : { on: dueOn, phrase: "", basis: "set" },
      flags: [],
      earlier: { kind, id, version, as, proposed: as },
    });
    if (quote) still.evidence.push({ statementId: ref, ...placeOf(source, quote) });
  }
  return still;
}

function placeOf(source: SourceIndex, { start, end }: { start: number; end: number }) {
  const sentence = sentenceAround(source, start, end);
  const { id: sourceId, version } = source.source;
  return { sourceId, version, start, end, sentenceStart: sentence.start, sentenceEnd: sentence.end };
}

function inOrder(sections: Section[], written: Draft, still: Draft): Draft {
  const all = [...written.statements, ...still.statements];
  const rank = new Map(sections.map(({ key }, i) => [key, i]));
  return {
    statements: all.sort((a, b) => (rank.get(a.section) ?? 0) - (rank.get(b.section) ?? 0)),
    evidence: [...written.evidence, ...still.evidence],
  };
}
