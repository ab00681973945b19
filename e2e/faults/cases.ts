import type { Act } from "#e2e/faults/acts";
import type { State } from "#e2e/faults/homes";
import { FAILPOINTS, type Failpoint } from "#lib/events/failpoint";

/** What a process does, from which state of the database, when it dies; and what is there in the end. */
export type Case = {
  from: State;
  does: Act | "work";
  draft: "pending" | "edited" | "approved" | "rejected";
  /** How the calls of the model ended. One that was billed and brought nothing is among them. */
  calls?: ("answered" | "lost")[];
  /** Calls that were on record and were never made. */
  unmade?: number;
  delivery?: "sent" | "unknown" | "cancelled";
};

const storing: Case = { from: "cast", does: "store", draft: "pending", calls: ["answered"] };
const writing: Case = { from: "queued", does: "work", draft: "pending", calls: ["answered"] };
const resuming: Case = { ...writing, from: "claimed" };
const editing: Case = { from: "drafted", does: "edit", draft: "edited" };
const approving: Case = { from: "drafted", does: "approve", draft: "approved", delivery: "sent" };
const rejecting: Case = { from: "drafted", does: "reject", draft: "rejected" };
const reopening: Case = { from: "approved", does: "reopen", draft: "pending", delivery: "cancelled" };
const sending: Case = { from: "approved", does: "work", draft: "approved", delivery: "sent" };
const halfSent: Case = { ...sending, delivery: "unknown" };
const losing: Case = { ...halfSent, from: "leaving" };
const sealing: Case = { from: "drafted", does: "work", draft: "pending" };

/** Points at which no draft is written or decided: kill-importing.test.ts has a case for each. */
export type ImportPoint = Extract<Failpoint, `rows.${string}` | `${string} lead_import.${string}`>;
/** Points at which the digest of a team's day is asked for: kill-digest.test.ts has a case for each. */
export type DayPoint = Extract<Failpoint, `${string} standup.${string}`>;
/** The points on the way from a source to what leaves. */
export type SpinePoint = Exclude<Failpoint, ImportPoint | DayPoint>;
export const SPINE = FAILPOINTS.filter(
  (point): point is SpinePoint => !/^rows\.|lead_import|standup/.test(point),
);

/** What is killed at each point. One without a case does not compile. */
export const CASES: Record<SpinePoint, Case> = {
  "before source.stored": storing,
  "after source.stored": storing,
  "events.written": storing,
  "entry.taken": writing,
  "before run.writing": writing,
  "after run.writing": writing,
  "call.pending": { ...writing, calls: ["lost", "answered"], unmade: 1 },
  "call.answered": { ...writing, calls: ["lost", "answered"] },
  "call.kept": writing,
  "before run.checking": writing,
  "after run.checking": writing,
  "run.grounded": writing,
  "before run.done": writing,
  "after run.done": writing,
  "before run.resumed": resuming,
  "after run.resumed": resuming,
  "before draft.edited": editing,
  "after draft.edited": editing,
  "before draft.approved": approving,
  "after draft.approved": approving,
  "before draft.rejected": rejecting,
  "after draft.rejected": rejecting,
  "before draft.reopened": reopening,
  "after draft.reopened": reopening,
  "before delivery.sending": sending,
  "after delivery.sending": halfSent,
  "delivery.left": halfSent,
  "before delivery.sent": halfSent,
  "after delivery.sent": sending,
  "before delivery.unknown": losing,
  "after delivery.unknown": losing,
  "log.sealing": sealing,
  "log.sealed": sealing,
};

/** The points at which a source is stored and its draft written; at the others it is decided, delivered and sealed. */
export const WRITING = SPINE.filter((point) => /(source|events|entry|run|call)\./.test(point));
