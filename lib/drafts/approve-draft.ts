import { scheduleDeliveries } from "#lib/deliveries/schedule-deliveries";
import { scheduleLetter } from "#lib/deliveries/schedule-letter";
import { refuseUnlooked } from "#lib/drafts/batch";
import { decide } from "#lib/drafts/decide";
import { lockReviewable } from "#lib/drafts/find-draft";
import { mayChangeEarlier } from "#lib/drafts/may-change-earlier";
import { measured } from "#lib/drafts/measured";
import { getRevision } from "#lib/drafts/revision-queries";
import { ApproveDraft } from "#lib/drafts/schema";
import { AppError } from "#lib/errors";
import type { UserCtx } from "#lib/events/context";
import { transact, type Work } from "#lib/events/transact";
import { readLetter } from "#lib/outreach/read-letter";
import { applyMentions } from "#lib/records/apply-mentions";
import { makeRecords } from "#lib/records/make-records";
import { readSourceText } from "#lib/sources/queries";
import { getWorkflow } from "#lib/workflows/registry";

const STALE =
  "The source was corrected after this draft was written. Write the draft again, or keep it for the corrected text, and then approve it.";

/**
 * Approves the revision that was seen, and makes what its workflow says follows, in one transaction.
 * `conflict` where somebody was faster: their decision stands, and nothing is made twice; and where the source was
 * corrected since, until a person had the draft written again or said that it stands as it is (`keepDraft`).
 */
export async function approveDraft(ctx: UserCtx, input: ApproveDraft): Promise<{ records: number }> {
  const { draftId, revision, fence, reading, batch } = ApproveDraft.parse(input);
  return transact(ctx, async (work) => {
    const { tx, record } = work;
    const { draft, sourceId, version, newest, isOpen } = await lockReviewable(ctx, tx, draftId, {
      revision,
      fence,
    });
    // Held: if another revision was seen, deciding fails, and this is not what was approved.
    const statements = await getRevision(tx, draftId, draft.currentRevision);
    await decide(ctx, tx, {
      draftId,
      revision,
      from: "pending",
      to: "approved",
      decision: "approved",
      reading: measured(ctx.now(), draft, reading, statements),
      sourceVersion: version,
    });
    // After the race was won: who lost it is told that, whatever else there is to say.
    if (newest > version) throw new AppError("conflict", STALE);
    if (batch) refuseUnlooked(statements, batch.looked);
    const source = await readSourceText(tx, sourceId, version);
    const { records, mentions, ...toMake } = getWorkflow(draft.workflow).onApproved({
      title: draft.title,
      statements,
      source,
    });
    await makeRecords(ctx, work, draftId, records);
    await applyMentions(ctx, work, draftId, mentions, (row) => mayChangeEarlier(ctx, tx, row));
    const filed = await scheduleDeliveries(ctx, work, { draftId, revision }, toMake.deliveries, isOpen);
    const deliveries =
      filed + (draft.leadId ? await sendTo(ctx, work, draft.leadId, { draftId, revision }) : 0);
    record({
      kind: "draft.approved",
      subjectId: draftId,
      draftId,
      data: { revision, records: records.length, deliveries, version, ...(batch && { batch: batch.id }) },
    });
    return { records: records.length };
  });
}

/** Schedules the mail of a follow-up, as whoever approves it sends it. `invalid` with all that blocks it. */
async function sendTo(
  ctx: UserCtx,
  work: Work,
  leadId: string,
  approved: { draftId: string; revision: number },
): Promise<number> {
  const reading = await readLetter(ctx, work.tx, { ...approved, sender: ctx.actor });
  await scheduleLetter(ctx, work, { ...approved, leadId }, reading);
  return 1;
}
