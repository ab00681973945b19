import { eq, sql } from "drizzle-orm";
import { cadences, leads } from "#drizzle/schema/schema";
import { type Lead, lockLead } from "#lib/cadence/lock-lead";
import { StartCadence } from "#lib/cadence/schema";
import { putDownStep } from "#lib/cadence/steps";
import { readWorkDays } from "#lib/calendar/read-work-days";
import { AppError } from "#lib/errors";
import type { UserCtx } from "#lib/events/context";
import { transact, type Work } from "#lib/events/transact";
import { localDay } from "#lib/format/dates";
import { readOutreachOf } from "#lib/outreach/queries";

/**
 * Begins to have follow-ups to a lead drafted, from today by its owner's calendar. Nothing is sent by it. Whoever begins
 * with nobody's lead owns it from then on: drafts have to wait for somebody. One that has ended begins anew. `conflict` while one goes on; `invalid` where the lead has no address or its deal is closed.
 */
export async function startCadence(ctx: UserCtx, input: StartCadence): Promise<void> {
  const { leadId, days } = StartCadence.parse(input);
  return transact(ctx, async (work) => {
    const lead = await lockLead(ctx, work.tx, leadId);
    if (!lead.address)
      throw new AppError("invalid", `${lead.name} has no address to write to. Add one to the lead first.`);
    const ownerId = lead.ownerId ?? (await takeLead(ctx, work, lead));
    const when = await readWorkDays(work.tx, ownerId, ctx.now());
    const startedOn = localDay(ctx.now(), when.timeZone);
    const begun = {
      days: days ?? (await readOutreachOf(work.tx)).cadenceDays,
      startedOn,
      step: 0,
      state: "going" as const,
      stop: null,
      startedBy: ctx.actor.id,
    };
    const [row] = await work.tx
      .insert(cadences)
      .values({ leadId, ...begun })
      .onConflictDoUpdate({
        target: cadences.leadId,
        set: { ...begun, version: sql`${cadences.version} + 1` },
        setWhere: sql`${cadences.state} in ('stopped', 'done')`,
      })
      .returning();
    if (!row) throw new AppError("conflict", `Follow-ups to ${lead.name} are going on already.`);
    await putDownStep(ctx, work.tx, row, startedOn, when);
    work.record({ kind: "cadence.started", subjectId: leadId, data: { mails: begun.days.length } });
  });
}

async function takeLead(ctx: UserCtx, { tx, record }: Work, lead: Lead): Promise<string> {
  await tx
    .update(leads)
    .set({ ownerId: ctx.actor.id, version: lead.version + 1 })
    .where(eq(leads.id, lead.id));
  record({ kind: "lead.changed", subjectId: lead.id, data: { fields: ["ownerId"] } });
  return ctx.actor.id;
}
