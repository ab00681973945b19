import { and, eq } from "drizzle-orm";
import { snoozes } from "#drizzle/schema/schema";
import type { Tx } from "#lib/db/store";
import { lockAsApprover } from "#lib/drafts/find-draft";
import { endOwnHold } from "#lib/drafts/holding";
import { HoldDraft, SnoozeDraft } from "#lib/drafts/schema";
import { AppError } from "#lib/errors";
import type { UserCtx } from "#lib/events/context";
import { transact } from "#lib/events/transact";
import { chosenTime, snoozeTime } from "#lib/format/snooze-times";
import { getCompany } from "#lib/workspace/queries";

const YEAR_MS = 366 * 86_400_000;

/**
 * Puts a draft off for whoever asks, and for nobody else: it leaves their queue until then. Ends their hold.
 * `invalid` for a time that has passed or lies more than a year ahead.
 */
export async function snoozeDraft(ctx: UserCtx, input: SnoozeDraft): Promise<{ until: string }> {
  const { draftId, until: asked } = SnoozeDraft.parse(input);
  const { timeZone } = await getCompany(ctx);
  const until =
    typeof asked === "string" ? snoozeTime(asked, ctx.now(), timeZone) : chosenTime(asked, timeZone);
  if (!until) throw new AppError("invalid", "It is too late for later today. Choose tomorrow.");
  const ahead = until.getTime() - ctx.now().getTime();
  if (ahead <= 0) throw new AppError("invalid", "This time has passed. Choose a later one.");
  if (ahead > YEAR_MS) throw new AppError("invalid", "Choose a time within a year.");
  return transact(ctx, async ({ tx, record }) => {
    await lockWaiting(ctx, tx, draftId);
    const row = { until, createdAt: ctx.now(), toldAt: null };
    await tx
      .insert(snoozes)
      .values({ userId: ctx.actor.id, draftId, ...row })
      .onConflictDoUpdate({ target: [snoozes.userId, snoozes.draftId], set: row });
    await endOwnHold(ctx, tx, draftId);
    record({ kind: "draft.snoozed", subjectId: draftId, draftId, data: { until: until.toISOString() } });
    return { until: until.toISOString() };
  });
}

/** Puts a draft back into one's own queue, as if it had not been snoozed. `conflict` where it isn't. */
export async function wakeDraft(ctx: UserCtx, input: HoldDraft): Promise<void> {
  const { draftId } = HoldDraft.parse(input);
  return transact(ctx, async ({ tx, record }) => {
    await lockAsApprover(ctx, tx, draftId);
    const [row] = await tx
      .delete(snoozes)
      .where(and(eq(snoozes.userId, ctx.actor.id), eq(snoozes.draftId, draftId)))
      .returning({ draftId: snoozes.draftId });
    if (!row) throw new AppError("conflict", "You haven’t snoozed this draft, or it is back already.");
    record({ kind: "draft.woken", subjectId: draftId, draftId, data: { userId: ctx.actor.id } });
  });
}

async function lockWaiting(ctx: UserCtx, tx: Tx, draftId: string): Promise<void> {
  const { draft } = await lockAsApprover(ctx, tx, draftId);
  if (draft.state !== "pending")
    throw new AppError("conflict", "This draft is decided already: there is nothing to put off.");
}
