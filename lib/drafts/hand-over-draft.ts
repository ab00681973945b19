import { and, eq, isNull } from "drizzle-orm";
import { drafts, handovers, users } from "#drizzle/schema/schema";
import type { Tx } from "#lib/db/store";
import { lockReviewable, standingOf } from "#lib/drafts/find-draft";
import { passHold } from "#lib/drafts/holding";
import { approversSentence, canReview } from "#lib/drafts/policy";
import { HandOverDraft, HoldDraft } from "#lib/drafts/schema";
import { AppError } from "#lib/errors";
import type { UserActor, UserCtx } from "#lib/events/context";
import { transact } from "#lib/events/transact";
import { giveNotices } from "#lib/notices/give-notices";
import { visibleDraft } from "#lib/sources/visibility";
import { getWorkflow } from "#lib/workflows/registry";

/**
 * Hands a draft that waits over to somebody who may decide on it, with a note, and tells them. The giver's hold ends.
 * `invalid` for somebody who may not decide, may not see it, or can't sign in.
 */
export async function handOverDraft(ctx: UserCtx, input: HandOverDraft): Promise<{ to: string }> {
  const { draftId, toId, note, fence } = HandOverDraft.parse(input);
  return transact(ctx, async (work) => {
    const { tx, record } = work;
    const { draft } = await lockReviewable(ctx, tx, draftId, { fence });
    if (draft.state !== "pending") throw new AppError("conflict", "This draft is decided already.");
    const receiver = await getReceiver(ctx, tx, draft, toId);
    const handed = { fromId: ctx.actor.id, toId, note: note || null, createdAt: ctx.now() };
    await tx
      .insert(handovers)
      .values({ draftId, ...handed })
      .onConflictDoUpdate({ target: handovers.draftId, set: handed });
    await passHold(tx, draftId);
    record({
      kind: "draft.handed_over",
      subjectId: draftId,
      draftId,
      data: { from: ctx.actor.id, to: toId },
    });
    await giveNotices(ctx, work, [{ userId: toId, kind: "handed_over", draftId }]);
    return { to: receiver.name };
  });
}

/** Takes back what one handed over, or gives back what one was handed. `conflict` where it is in nobody's or in others' hands. */
export async function takeBackDraft(ctx: UserCtx, input: HoldDraft): Promise<void> {
  const { draftId } = HoldDraft.parse(input);
  return transact(ctx, async ({ tx, record }) => {
    await lockReviewable(ctx, tx, draftId);
    const [handed] = await tx.select().from(handovers).where(eq(handovers.draftId, draftId));
    if (!handed || ![handed.fromId, handed.toId].includes(ctx.actor.id))
      throw new AppError("conflict", "This draft isn’t handed over by you or to you any more.");
    await tx.delete(handovers).where(eq(handovers.draftId, draftId));
    record({ kind: "draft.taken_back", subjectId: draftId, draftId, data: { to: handed.toId } });
  });
}

async function getReceiver(
  ctx: UserCtx,
  tx: Tx,
  draft: Pick<typeof drafts.$inferSelect, "id" | "workflow">,
  toId: string,
): Promise<UserActor> {
  if (toId === ctx.actor.id) throw new AppError("invalid", "This draft is in your hands already.");
  const [person] = await tx
    .select({ id: users.id, name: users.name, role: users.role })
    .from(users)
    .where(and(eq(users.id, toId), isNull(users.deactivatedAt)));
  if (!person) throw new AppError("invalid", "This person is not on the roster any more.");
  const receiver: UserActor = { kind: "user", ...person };
  const [seen] = await tx
    .select({ id: drafts.id })
    .from(drafts)
    .where(and(eq(drafts.id, draft.id), visibleDraft(receiver, drafts.id)));
  if (!seen) throw new AppError("invalid", `The source of this draft is not shared with ${person.name}.`);
  const { approvers } = getWorkflow(draft.workflow);
  if (!canReview(receiver, approvers, await standingOf({ actor: receiver }, tx, draft.id)))
    throw new AppError(
      "invalid",
      `${person.name} may not decide on this draft. ${approversSentence(approvers)}`,
    );
  return receiver;
}
