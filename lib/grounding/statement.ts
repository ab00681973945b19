import { z } from "zod";
import { EarlierLink } from "#lib/grounding/earlier";

/** One assertion as a writer proposes it: words only. Code resolves people and dates, and finds the quote. */
export const Point = z.object({
  text: z.string(),
  quote: z.string().describe("Verbatim words of the source that say this, one sentence, at most 60 words"),
});

/** An assertion that names a person, as the source names them; "" where it names nobody. */
export const PersonPoint = Point.extend({ person: z.string() });

/** An assertion with a person and the source's own words for when it is due ("next Friday"); "" where it says none. */
export const DuePoint = PersonPoint.extend({ due: z.string() });

/** A topic put off, with the source's own words for until when; "" where it says none. */
export const UntilPoint = Point.extend({ due: z.string() });

/** A decision with why it was made and what else was weighed, each with a quote of its own. */
export const DecisionPoint = PersonPoint.extend({
  because: z.array(Point).describe("At most two reasons that were given for it"),
  instead: z.array(Point).describe("At most three alternatives that were weighed and not taken"),
});

/** What somebody promised to a person or company outside; `to` is whom, as the source names them, or "". */
export const PromisePoint = DuePoint.extend({ to: z.string() });

/** What became of something an earlier meeting left behind; `ref` is the name it was shown under. */
export const EarlierPoint = z.object({
  ref: z.string(),
  status: z.enum(["done", "changed"]),
  quote: Point.shape.quote,
});
export type EarlierPoint = z.infer<typeof EarlierPoint>;

export type ProposedPoint = z.infer<typeof Point> & {
  person?: string;
  due?: string;
  to?: string;
  because?: z.infer<typeof Point>[];
  instead?: z.infer<typeof Point>[];
  /** Offset of the quote in the first source, where the writer knows it (the rules do). */
  at?: number;
  /** The part of a long source that its writer read, by the number of the source: the quote stands in it or nowhere. */
  part?: SourcePart;
};

export const SourcePart = z.object({ source: z.number(), start: z.number(), end: z.number() });
export type SourcePart = z.infer<typeof SourcePart>;

/** What a writer returns: an array of points per section of the workflow, and under `earlier` what became of earlier things. */
export type Proposal = Record<string, (ProposedPoint | EarlierPoint)[]>;

/** Whether something is said in the quote itself, follows from context, is not there at all, or was set by a reviewer. */
export const Basis = z.enum(["stated", "inferred", "none", "set"]);
export type Basis = z.infer<typeof Basis>;

/**
 * What a reviewer should look at: the sentence negates, goes on beyond the quote, reads like an order to the writer or
 * occurs twice; the statement has a figure or an address (mail, telephone, web) that no source has; or its writer named
 * a person or a day, or it has a figure, which its sentence doesn't say.
 */
export const Flag = z.enum(["negated", "clipped", "instruction", "ambiguous", "figure", "address", "unsaid"]);
export type Flag = z.infer<typeof Flag>;

/**
 * How a statement stands to its source: its words are there, they follow from there, or no quote was found; free is a
 * sentence that asserts nothing a source would have to say.
 */
export const Trace = z.enum(["stated", "inferred", "untraced", "free"]);
export type Trace = z.infer<typeof Trace>;

export const StatementPerson = z.object({ id: z.string().nullable(), name: z.string(), basis: Basis });

/** `on` is a calendar day, YYYY-MM-DD, in the source's time zone; `phrase` the words it was read from. */
export const StatementDue = z.object({ on: z.iso.date().nullable(), phrase: z.string(), basis: Basis });

/** Somebody outside to whom a promise was made, as the source names them. */
export const StatementTo = z.object({ name: z.string().trim().min(1).max(120), basis: Basis });

/** Why a decision was made, or what was weighed and not taken. It has evidence of its own under its statement's id. */
export const Detail = z.object({
  kind: z.enum(["because", "instead"]),
  text: z.string().trim().min(1).max(1000),
  kept: z.boolean(),
  trace: Trace,
  flags: z.array(Flag),
});
export type Detail = z.infer<typeof Detail>;

/** Words of a sentence that no source has, as they stand in it. Whoever sends it answers for them. */
export const Unsourced = z.object({
  kind: z.enum(["figure", "price", "day", "promise", "address"]),
  words: z.string(),
});
export type Unsourced = z.infer<typeof Unsourced>;

/** One assertion in a draft. Its id survives revisions, and evidence points to it. */
export const Statement = z.object({
  id: z.string().min(1).max(40),
  section: z.string(),
  text: z.string().trim().min(1).max(1000),
  kept: z.boolean(),
  trace: Trace,
  person: StatementPerson.nullable(),
  due: StatementDue.nullable(),
  flags: z.array(Flag),
  /** Of promises alone. */
  to: StatementTo.nullish(),
  /** Of decisions for which reasons or alternatives were given. */
  details: z.array(Detail).optional(),
  /** The record of an earlier approval that it is about; absent where it is about none. */
  earlier: EarlierLink.optional(),
  /** Of what is sent as it stands: what no source has, and the words of it that a person took on themselves, folded. */
  unsourced: z.array(Unsourced).optional(),
  confirmed: z.array(z.string()).optional(),
});
export type Statement = z.infer<typeof Statement>;

/** Where a statement stands in a source, its own place before those of its details: offsets are UTF-16 units into the text of that version, end exclusive. */
export const Evidence = z.object({
  statementId: z.string(),
  sourceId: z.string(),
  version: z.number().int(),
  start: z.number().int(),
  end: z.number().int(),
  sentenceStart: z.number().int(),
  sentenceEnd: z.number().int(),
});
export type Evidence = z.infer<typeof Evidence>;

/** The text of one version of a source, with what is known about it. `heldOn` is YYYY-MM-DD in `timeZone` (IANA). */
export type SourceText = {
  id: string;
  version: number;
  title: string;
  text: string;
  heldOn: string;
  timeZone: string;
  attendees: string[];
  /** Who wrote all of it, where that is known. */
  speaker?: string;
};

/** Somebody an owner can be matched to. Handles are written without "@". */
export type RosterPerson = {
  id: string;
  name: string;
  email: string | null;
  aliases: string[];
  handles: string[];
  /** ISO weekdays (1 Monday … 7 Sunday) they work; Monday to Friday where nobody knows. */
  workingDays?: readonly number[];
};
