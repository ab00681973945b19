import type { Nudged } from "#lib/attention/schema";

/** What a leader is shown that needs somebody, in the order in which it is listed. */
export const ATTENTION_KINDS = [
  "blockers",
  "questions",
  "deliveries",
  "budgets",
  "actions",
  "drafts",
  "leads",
  "waits",
  "people",
  "teams",
] as const;
export type AttentionKind = (typeof ATTENTION_KINDS)[number];

/** How pressing a row is. */
export type Urgency = "late" | "soon" | "calm";

/** The one thing to do about a row: to go somewhere, or to remind whoever it belongs to; `done` where that was done in the last day. */
export type NextStep = { label: string; href: string } | { nudge: Nudged; done: boolean };

/** One thing that needs somebody. */
export type AttentionRow = {
  /** The id of what it is about. */
  id: string;
  title: string;
  /** Behind the title, where there is room. */
  about: string | null;
  href: string;
  /** How long it waits or how late it is: "4 d"; how many there are, where time plays no part. */
  age: string;
  urgency: Urgency;
  third: string | null;
  person: { id: string | null; name: string } | null;
  step: NextStep;
};

/** The first rows of one kind and how many there are, at most 100. `all` leads to them. */
export type AttentionGroup = { kind: AttentionKind; rows: AttentionRow[]; count: number; all: string };

/** What needs attention, with the ages its headline speaks of; null where there is none. */
export type Attention = { groups: AttentionGroup[]; count: number; oldestQuestionMs: number | null };

/** What happened since the evening of the last working day. Both are counted up to 1,000. */
export type Since = { at: string; approved: number; sent: number };
