import type { DraftState } from "#drizzle/schema/drafts";
import { AppError } from "#lib/errors";
import type { Statement } from "#lib/grounding/statement";
import type { BatchMail } from "#lib/outreach/mail-view";
import type { Quote } from "#lib/records/quotes";
import type { Section } from "#lib/workflows/define";

/** More than that nobody reads on one page. */
export const MOST_IN_BATCH = 20;

/** A draft among others, with all there is to read of it. */
export type BatchDraft = {
  id: string;
  title: string;
  workflow: string;
  workflowLabel: string;
  sections: Section[];
  state: DraftState;
  revision: number;
  statements: Statement[];
  /** What the run proposed, for what differs from it. */
  proposed: Statement[];
  /** The sentences each statement stands on, by its id. */
  quotes: Record<string, Quote[]>;
  /** Who changed it since. */
  editedBy: string[];
  /** Somebody else who reads it now. */
  heldBy: string | null;
  /** Whether its source was corrected after it was written. */
  stale: boolean;
  mayReview: { yes: true } | { yes: false; reason: string };
  /** Where it is a mail. */
  mail: BatchMail | null;
};

/** What it is called among others: its title, and of a mail whom it goes to, as the subjects of many are alike. */
export function nameOf({ title, mail }: Pick<BatchDraft, "title"> & { mail: { to: string } | null }): string {
  return mail ? `${title}, to ${mail.to}` : title;
}

/** What became of one draft of a batch: how many records it made, or why it was not approved. */
export type BatchAnswer = { draftId: string } & (
  | { ok: true; records: number }
  | { ok: false; message: string; requestId?: string }
);

/** What is kept without a source, with a mark that says: look at this, or changes a record of an earlier approval. */
export function doubtfulOf(statements: Statement[]): Statement[] {
  return statements.filter(
    ({ kept, trace, flags, earlier }) =>
      kept &&
      (trace === "untraced" || flags.length > 0 || earlier?.as === "done" || earlier?.as === "superseding"),
  );
}

/** Why a draft can't be approved among others at all, as a sentence; null where it can, or once it was looked at. */
export function whyNotInBatch({
  state,
  mayReview,
  statements,
  heldBy,
  stale,
  mail,
}: BatchDraft): string | null {
  if (state !== "pending") return `It was ${state} already.`;
  if (!mayReview.yes) return mayReview.reason;
  if (heldBy !== null) return `${heldBy} is reading it now.`;
  if (stale) return "Its source was corrected after it was written. Open it alone to see what changed.";
  if (!statements.some(({ kept }) => kept)) return "Nothing of it is kept.";
  return mail?.block ?? null;
}

/** Whether it is for the reader to decide, and somebody else has it in hand. */
export function isOnlyHeld({ state, mayReview, heldBy }: BatchDraft): boolean {
  return state === "pending" && mayReview.yes && heldBy !== null;
}

/** Refuses to approve among others what holds a doubtful statement that nobody ticked off. `invalid`. */
export function refuseUnlooked(statements: Statement[], looked: string[]): void {
  if (!statements.some(({ kept }) => kept))
    throw new AppError("invalid", "Nothing of it is kept. Keep a statement, or reject the draft.");
  const open = doubtfulOf(statements).filter(({ id }) => !looked.includes(id));
  if (open.length === 0) return;
  throw new AppError(
    "invalid",
    open.length === 1
      ? "One of its statements is in doubt and was not looked at."
      : `${open.length} of its statements are in doubt and were not looked at.`,
  );
}
