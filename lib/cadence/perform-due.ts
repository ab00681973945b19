import { and, eq, inArray, sql } from "drizzle-orm";
import { cadences, followUpDues } from "#drizzle/schema/schema";
import { countAgainstCap } from "#lib/cadence/daily-cap";
import { morningOf } from "#lib/cadence/days";
import { readPlace } from "#lib/cadence/draft-now";
import { lookAtDue, type Verdict } from "#lib/cadence/look-at-due";
import { queueFollowUp } from "#lib/cadence/queue-follow-up";
import { putDownStep } from "#lib/cadence/steps";
import { firstWorkDay } from "#lib/calendar/work-days";
import { inTransaction, type Tx } from "#lib/db/store";
import { AppError, isAppError } from "#lib/errors";
import type { Ctx } from "#lib/events/context";
import { transact, type Work } from "#lib/events/transact";
import { addDays } from "#lib/format/dates";
import type { Occasion } from "#lib/workflows/define";

export type Due = typeof followUpDues.$inferSelect;

/**
 * Drafts one follow-up that is due, moves it to another day, or drops it. Of two workers one does it: the other gets a
 * `conflict`.
 */
export async function performDue(ctx: Ctx, due: Due): Promise<void> {
  const verdict = await lookAtDue(ctx, due);
  if (verdict.act !== "draft") return inTransaction(ctx.store, (tx) => putOff(tx, due, verdict));
  try {
    await transact(ctx, (work) => draft(ctx, work, due, verdict));
  } catch (error) {
    if (!isAppError(error, "conflict") || !error.detail) throw error;
    const until = firstWorkDay(addDays(verdict.today, 1), verdict.when);
    const wait = { act: "wait", until, when: verdict.when, reason: "A draft waits already." } as const;
    await inTransaction(ctx.store, (tx) => putOff(tx, due, wait));
  }
}

async function draft(
  ctx: Ctx,
  work: Work,
  due: Due,
  verdict: Extract<Verdict, { act: "draft" }>,
): Promise<void> {
  const { ownerId, today, when } = verdict;
  const { leadId, why, promiseId } = due;
  await claim(work.tx, due, { state: "drafted" });
  if (!(await countAgainstCap(work.tx, ownerId, today)))
    throw new AppError("conflict", "The day’s limit was reached meanwhile.");
  const occasion: Occasion = { why, ...(await readPlace(work.tx, leadId)), ...(promiseId && { promiseId }) };
  const runId = await queueFollowUp(ctx, work, { leadId, by: ownerId, occasion });
  await work.tx.update(followUpDues).set({ runId }).where(eq(followUpDues.id, due.id));
  if (why !== "cadence") return;
  const [cadence] = await work.tx
    .update(cadences)
    .set({ step: sql`${cadences.step} + 1`, state: "going", version: sql`${cadences.version} + 1` })
    .where(and(eq(cadences.leadId, leadId), inArray(cadences.state, ["going", "paused"])))
    .returning();
  if (!cadence) throw new AppError("conflict", "The follow-ups were ended meanwhile.");
  // The next step is never on the day of this one, however late this one is.
  const more = await putDownStep(ctx, work.tx, cadence, addDays(today, 1), when);
  if (!more) await work.tx.update(cadences).set({ state: "done" }).where(eq(cadences.leadId, leadId));
}

function putOff(tx: Tx, due: Due, verdict: Exclude<Verdict, { act: "draft" }>): Promise<void> {
  if (verdict.act === "drop") return claim(tx, due, { state: "dropped" });
  const { until, when, reason } = verdict;
  return claim(tx, due, { dueOn: until, dueAt: morningOf(until, when), reason });
}

async function claim(tx: Tx, due: Due, set: Partial<Due>): Promise<void> {
  const [row] = await tx
    .update(followUpDues)
    .set(set)
    .where(
      and(eq(followUpDues.id, due.id), eq(followUpDues.state, "waiting"), eq(followUpDues.dueAt, due.dueAt)),
    )
    .returning({ id: followUpDues.id });
  if (!row) throw new AppError("conflict", "Another worker has looked at it already.");
}
