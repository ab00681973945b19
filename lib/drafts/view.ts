import type {
  DraftCounts,
  DraftState,
  MergeConflict,
  ReviewDecision,
  RevisionOrigin,
} from "#drizzle/schema/drafts";
import type { Visibility } from "#drizzle/schema/sources";
import type { DraftDelivery } from "#lib/deliveries/queries";
import type { DeskTakingBack } from "#lib/drafts/taking-back";
import type { ChangedLine } from "#lib/format/changed-lines";
import type { Evidence, Statement } from "#lib/grounding/statement";
import type { DeskMail, QueueMail } from "#lib/outreach/mail-view";
import type { DraftRecord } from "#lib/records/draft-records";
import type { Quote } from "#lib/records/quotes";
import type { Section } from "#lib/workflows/define";

/** What the desk shows. Plain data: made by the queries, read by components. Instants are ISO strings. */
export type QueueRow = {
  id: string;
  workflow: string;
  workflowLabel: string;
  title: string;
  counts: DraftCounts;
  createdAt: string;
  /** Whose hands it was handed over into: a name. */
  handedTo: string | null;
  /** Until when the reader put it off; past where it is back. */
  snoozedUntil: string | null;
  /** Whether its source was corrected after it was written. */
  stale: boolean;
  /** Whether it was approved, and its mail came back before it left: the desk says why. */
  sentBack: boolean;
  /** Whom it is to, where it is a mail, and what keeps it from leaving. */
  mail: QueueMail | null;
};

/** Somebody who reads a draft now. `until` is when that ends unless they go on. */
export type DeskHold = { draftId: string; by: string; mine: boolean; until: string };

/** One's own hold. A decision names its fence: it is refused where somebody else has held the draft since. */
export type OwnHold = { fence: number; until: string };

/** Whose hands a draft is in, and what came with it. */
export type DeskHandover = {
  from: string;
  to: string;
  note: string | null;
  at: string;
  /** What the reader is in it. */
  reader: "giver" | "receiver" | null;
};

/** The parts of the queue: what waits, and of that what the reader brought in, what was handed to them, and what found no source; and what they put off. */
export const QUEUE_SHOWS = ["waiting", "mine", "handed", "untraced", "snoozed"] as const;
export type QueueShow = (typeof QUEUE_SHOWS)[number];

/** How many drafts are in each part, each up to 100. */
export type QueueCounts = Record<QueueShow, number>;

/** What the queue is narrowed down to: a part of it, and of that one workflow’s drafts, one series’ or what one person brought in. */
export type QueueNarrowing = { show: QueueShow; workflow?: string; by?: string; series?: string };

/** A filter that somebody keeps under a name. */
export type KeptQueueFilter = { id: string; name: string; filter: QueueNarrowing };

/** The same with how many drafts it shows now, up to 100. */
export type CountedFilter = KeptQueueFilter & { count: number };

/** A page of the queue, oldest first; `next` is the cursor of the page after it. */
export type QueuePage = { rows: QueueRow[]; next: string | null };

/** A reason a draft can be rejected for, as the company's list has it now. */
export type OfferedReason = { id: string; label: string };

export type DeskPerson = { id: string; name: string };

export type DeskSource = {
  id: string;
  version: number;
  title: string;
  text: string;
  format: string;
  /** YYYY-MM-DD in `timeZone`. */
  heldOn: string;
  timeZone: string;
  visibility: Visibility;
  /** The team's name where `visibility` is "team". */
  teamName: string | null;
  authorName: string;
  attendees: { name: string; userId: string | null }[];
  /** Sentences that became nothing, by offset. */
  unmatched: { start: number; end: number; hint: "promise" | "instruction" | null }[];
};

export type DeskRun = {
  id: string;
  writer: "claude" | "rules";
  model: string | null;
  /** Version of the prompt, or of the rules. */
  version: number;
  /** Micro-dollars as a decimal string; null where a price is not known; "0" for the rules. */
  costMicros: string | null;
};

export type DeskReview = {
  decision: ReviewDecision;
  revision: number;
  by: string;
  reason: string | null;
  at: string;
};

/** Who wrote a revision and how, for the history and for diffs; `restores` is the one that an undo brought back. */
export type DeskRevision = {
  number: number;
  by: string;
  at: string;
  origin: RevisionOrigin;
  restores: number | null;
};

/** A line that a correction changed; `behind` are the statements whose sentence it touches. */
export type DeskChange = ChangedLine & { behind: string[] };

/** How the source was corrected after the draft was written. */
export type DeskStale = {
  from: number;
  /** The newest version. */
  version: number;
  by: string;
  at: string;
  reason: string | null;
  /** At most fifty, those behind statements first; `more` are left out. */
  changes: DeskChange[];
  more: number;
  /** The statements whose quote stands there no more, and those whose quote does while its sentence changed. */
  lost: string[];
  touched: string[];
};

/** The draft is being written again. */
export type DeskWriting = {
  runId: string;
  state: "queued" | "writing" | "checking";
  writer: "claude" | "rules";
  by: string;
  at: string;
  /** The one statement, or null for the whole. */
  statementId: string | null;
  mayStop: boolean;
};

/** The last time it was to be written again, where nothing came of it. */
export type DeskTry = { runId: string; sentence: string; at: string };

/** A record that stood before and that statements are about, as it is now. `heldOn` is YYYY-MM-DD. */
export type DeskEarlier = {
  id: string;
  kind: "action" | "decision" | "question";
  /** What whoever chooses names, so that they choose about what they saw. */
  version: number;
  text: string;
  state: "open" | "done" | "cancelled" | "answered" | "stands" | "superseded";
  title: string;
  heldOn: string | null;
  quotes: Quote[];
  /** Whether an approval of the reader’s completes or overturns it, where one can. */
  mayChange: boolean;
};

export type DeskDraft = {
  id: string;
  workflow: string;
  workflowLabel: string;
  title: string;
  state: DraftState;
  revision: number;
  sections: Section[];
  statements: Statement[];
  /** What the run wrote that this revision goes back to, for the diff of edits, and its number. */
  proposed: Statement[];
  base: number;
  /** Where the run wrote something else than people had, who were kept to. */
  conflicts: MergeConflict[];
  stale: DeskStale | null;
  writing: DeskWriting | null;
  lastTry: DeskTry | null;
  /** Whether a change can be taken back, and whether the writer can follow words. */
  mayUndo: boolean;
  followsWords: boolean;
  /** What writing it again, or one statement of it, may cost, as sentences; null where the rules write. */
  rewriteCost: { draft: string; statement: string } | null;
  evidence: Evidence[];
  /** What its statements are about besides, as far as this person sees it. */
  earlier: DeskEarlier[];
  sources: DeskSource[];
  run: DeskRun;
  revisions: DeskRevision[];
  reviews: DeskReview[];
  /** What its approval made; empty while it is not approved. */
  records: DraftRecord[];
  /** What left or leaves because of its approval, and whether this person may say what became of it. */
  deliveries: DraftDelivery[];
  maySettle: boolean;
  /** Whether its approval files a copy in a folder. */
  files: boolean;
  /** Where else its approval has it go, in words. */
  goesTo: string[];
  decidedBy: string | null;
  decidedAt: string | null;
  createdAt: string;
  handover: DeskHandover | null;
  /** Until when this person put it off; past where it is back. */
  snoozedUntil: string | null;
  /** Whether this person may decide, and else the sentence that says who may. */
  mayReview: { yes: true } | { yes: false; reason: string };
  /** Whether this person may take the decision back now. */
  mayReopen: boolean;
  /** What of an approval has left by now, for who may take it back. */
  takingBack: DeskTakingBack | null;
  /** Why a draft can be rejected, in the order in which it is offered. */
  rejectReasons: OfferedReason[];
  /** The mail it is, where it is one. */
  mail: DeskMail | null;
  /** People an owner can be chosen from. */
  people: DeskPerson[];
  /** YYYY-MM-DD in the viewer's time zone. */
  today: string;
};

/** What comes back from a lost race: who was faster, and what the draft is now. */
export type DeskConflict = {
  by: string;
  at: string;
  what: "approved" | "rejected" | "edited" | "reopened" | "rewritten";
  revision: number;
  statements: Statement[];
};

/** What a decision on the desk returns to the page. */
export type DeskAnswer =
  | { ok: true; revision: number; statements: Statement[]; evidence: Evidence[] }
  | { ok: false; code: "conflict"; message: string; conflict: DeskConflict }
  | {
      ok: false;
      code: "not_found" | "forbidden" | "invalid" | "unavailable" | "failed";
      message: string;
      requestId?: string;
    };
