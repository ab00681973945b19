import { and, eq, gt, ne, sql } from "drizzle-orm";
import { handovers, holds, users } from "#drizzle/schema/schema";
import { reader, type Tx } from "#lib/db/store";
import { lockAsApprover } from "#lib/drafts/find-draft";
import { findHold, HOLD_MS, heldBy } from "#lib/drafts/holding";
import { HoldDraft } from "#lib/drafts/schema";
import type { OwnHold } from "#lib/drafts/view";
import { AppError } from "#lib/errors";
import type { UserCtx } from "#lib/events/context";
import { transact, type Work } from "#lib/events/transact";
import { visibleDraft } from "#lib/sources/visibility";

/**
 * Holds a draft for whoever opened it, for two minutes; asked again by the holder it holds for two more, which is no
 * event. `conflict` names who was faster, and whom the draft was handed over to: theirs is no longer taken by opening.
 */
export async function takeHold(ctx: UserCtx, input: HoldDraft): Promise<OwnHold> {
  const { draftId } = HoldDraft.parse(input);
  const renewed = await renew(ctx, draftId);
  if (renewed) return renewed;
  return transact(ctx, async (work) => {
    const { draft } = await lockAsApprover(ctx, work.tx, draftId);
    if (draft.state !== "pending") throw decided();
    const hold = await findHold(ctx, work.tx, draftId);
    if (hold && hold.holderId !== ctx.actor.id) throw heldBy(hold.by);
    await refuseIfHandedToAnother(ctx, work.tx, draftId);
    const taken = await writeHold(ctx, work.tx, draftId);
    work.record({ kind: "hold.taken", subjectId: draftId, draftId, data: { fence: taken.fence } });
    return taken;
  });
}

/** Takes a draft over from whoever holds it: what they send from now on is refused. `conflict` where it is decided. */
export async function takeOverDraft(ctx: UserCtx, input: HoldDraft): Promise<OwnHold> {
  const { draftId } = HoldDraft.parse(input);
  return transact(ctx, async (work) => {
    const { draft } = await lockAsApprover(ctx, work.tx, draftId);
    if (draft.state !== "pending") throw decided();
    const hold = await findHold(ctx, work.tx, draftId);
    const handedTo = await endHandover(ctx, work.tx, draftId);
    const taken = await writeHold(ctx, work.tx, draftId);
    recordTaking(work, draftId, taken.fence, hold?.holderId ?? handedTo ?? ctx.actor.id, ctx.actor.id);
    return taken;
  });
}

function recordTaking({ record }: Work, draftId: string, fence: number, from: string, by: string): void {
  const about = { subjectId: draftId, draftId };
  if (from === by) record({ kind: "hold.taken", ...about, data: { fence } });
  else record({ kind: "hold.taken_over", ...about, data: { fence, from } });
}

/**
 * Only what is held already is renewed, by who still sees it and does not only read: else somebody would keep others from
 * a draft that is none of theirs any more. Whether they may decide is asked again when they do.
 */
async function renew(ctx: UserCtx, draftId: string): Promise<OwnHold | undefined> {
  if (ctx.actor.role === "viewer") return undefined;
  const [row] = await reader(ctx.store)
    .update(holds)
    .set({ expiresAt: endOf(ctx) })
    .where(
      and(
        eq(holds.draftId, draftId),
        eq(holds.holderId, ctx.actor.id),
        gt(holds.expiresAt, ctx.now()),
        visibleDraft(ctx.actor, holds.draftId),
      ),
    )
    .returning({ fence: holds.fence });
  return row && { fence: row.fence, until: endOf(ctx).toISOString() };
}

async function refuseIfHandedToAnother(ctx: UserCtx, tx: Tx, draftId: string): Promise<void> {
  const [handed] = await tx
    .select({ toId: handovers.toId, to: users.name })
    .from(handovers)
    .innerJoin(users, eq(users.id, handovers.toId))
    .where(eq(handovers.draftId, draftId));
  if (handed && handed.toId !== ctx.actor.id)
    throw new AppError("conflict", `This draft was handed over to ${handed.to}. Take it over to work on it.`);
}

/** A draft that somebody takes over is no longer in the hands it was given into: whose those were, or undefined. */
async function endHandover(ctx: UserCtx, tx: Tx, draftId: string): Promise<string | undefined> {
  const [ended] = await tx
    .delete(handovers)
    .where(and(eq(handovers.draftId, draftId), ne(handovers.toId, ctx.actor.id)))
    .returning({ toId: handovers.toId });
  return ended?.toId;
}

/** The fence rises with each new holder; who had it last and takes it again keeps theirs. */
async function writeHold(ctx: UserCtx, tx: Tx, draftId: string): Promise<OwnHold> {
  const mine = { holderId: ctx.actor.id, takenAt: ctx.now(), expiresAt: endOf(ctx) };
  const [row] = await tx
    .insert(holds)
    .values({ draftId, fence: 1, ...mine })
    .onConflictDoUpdate({
      target: holds.draftId,
      set: {
        ...mine,
        fence: sql`${holds.fence} + case when ${holds.holderId} = ${ctx.actor.id} then 0 else 1 end`,
      },
    })
    .returning({ fence: holds.fence });
  if (!row) throw new Error(`The hold on ${draftId} was not written.`);
  return { fence: row.fence, until: mine.expiresAt.toISOString() };
}

function endOf(ctx: UserCtx): Date {
  return new Date(ctx.now().getTime() + HOLD_MS);
}

function decided(): AppError {
  return new AppError("conflict", "This draft is decided already.");
}
