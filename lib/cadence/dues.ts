import { and, eq, sql } from "drizzle-orm";
import type { FollowUpWhy } from "#drizzle/schema/cadences";
import { followUpDues } from "#drizzle/schema/schema";
import { morningOf } from "#lib/cadence/days";
import type { WorkDays } from "#lib/calendar/work-days";
import { newId } from "#lib/db/ids";
import type { Tx } from "#lib/db/store";
import type { Ctx } from "#lib/events/context";
import type { Day } from "#lib/format/dates";

type ToPutDown = { leadId: string; why: FollowUpWhy; dueOn: Day; promiseId?: string };

/** Puts down that a follow-up is to be drafted on a day. One that waits for the same reason is moved there. */
export async function putDown(ctx: Ctx, tx: Tx, due: ToPutDown, work: WorkDays): Promise<void> {
  const dueAt = morningOf(due.dueOn, work);
  await tx
    .insert(followUpDues)
    .values({ id: newId("due", ctx.now()), ...due, dueAt, state: "waiting", createdAt: ctx.now() })
    .onConflictDoUpdate({
      target: [followUpDues.leadId, followUpDues.why, followUpDues.promiseId],
      targetWhere: sql`${followUpDues.state} = 'waiting'`,
      set: { dueOn: due.dueOn, dueAt, reason: null },
    });
}

/** Drops what waits of a lead for a reason. */
export async function dropDue(tx: Tx, leadId: string, why: FollowUpWhy): Promise<void> {
  await tx
    .update(followUpDues)
    .set({ state: "dropped" })
    .where(
      and(eq(followUpDues.leadId, leadId), eq(followUpDues.why, why), eq(followUpDues.state, "waiting")),
    );
}
