import { eq, sql } from "drizzle-orm";
import { drafts, leads, users } from "#drizzle/schema/schema";
import type { SentLetter } from "#lib/deliveries/letter-rules";
import { getRevision } from "#lib/drafts/revision-queries";
import type { Ctx } from "#lib/events/context";
import type { Work } from "#lib/events/transact";
import { addDays, localDay } from "#lib/format/dates";
import { AWAITS_ANSWER } from "#lib/leads/facts-text";
import { applyStage } from "#lib/leads/move-stage";
import { readOutreachOf } from "#lib/outreach/queries";
import { makeRecords } from "#lib/records/make-records";
import { getWorkflow } from "#lib/workflows/registry";

/**
 * What follows a mail that has left, in the transaction that keeps that it has: what it promised becomes its sender's
 * actions, a lead nobody had written to is contacted, and a next step that was over becomes waiting for an answer. What
 * was only kept as a file promised nothing yet.
 */
export async function followThrough(ctx: Ctx, work: Work, sent: SentLetter): Promise<void> {
  if (sent.kept) return;
  const { tx } = work;
  const [lead] = await tx.select().from(leads).where(eq(leads.id, sent.leadId)).for("update");
  const [sender] = await tx.select().from(users).where(eq(users.id, sent.approvedBy));
  const [draft] = await tx
    .select({ workflow: drafts.workflow })
    .from(drafts)
    .where(eq(drafts.id, sent.draftId));
  if (!lead || !sender || !draft) return;
  const sentOn = localDay(ctx.now(), sender.timeZone);
  const records =
    getWorkflow(draft.workflow).onDelivered?.({
      statements: await getRevision(tx, sent.draftId, sent.revision),
      recipientName: lead.name,
      sender: { id: sender.id, name: sender.name, workingDays: sender.workingDays },
      sentOn,
    }) ?? [];
  await makeRecords(ctx, work, sent.draftId, records);
  const isOver = !lead.nextStep || (lead.nextStepOn !== null && lead.nextStepOn <= sentOn);
  if (isOver)
    await tx
      .update(leads)
      .set({
        nextStep: AWAITS_ANSWER,
        nextStepOn: addDays(sentOn, (await readOutreachOf(tx)).quietDays),
        version: sql`${leads.version} + 1`,
      })
      .where(eq(leads.id, lead.id));
  if (lead.stage === "new") await applyStage(ctx, work, lead, "contacted");
}
