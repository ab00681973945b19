import { scheduleDeliveries } from "#lib/deliveries/schedule-deliveries";
import { scheduleLetter } from "#lib/deliveries/schedule-letter";
import { refuseUnlooked } from "#lib/drafts/batch";
import { decide } from "#lib/drafts/decide";
import type { findVisibleDraft } from "#lib/drafts/find-draft";
import { mayChangeEarlier } from "#lib/drafts/may-change-earlier";
import type { KeptReading } from "#lib/drafts/measured";
import type { ApproveDraft } from "#lib/drafts/schema";
import { AppError } from "#lib/errors";
import type { UserCtx } from "#lib/events/context";
import type { Work } from "#lib/events/transact";
import type { Statement } from "#lib/grounding/statement";
import { readOutlets } from "#lib/outlets/read-outlets";
import { readLetter } from "#lib/outreach/read-letter";
import { applyMentions } from "#lib/records/apply-mentions";
import { readConsequences } from "#lib/records/consequences";
import { makeRecords } from "#lib/records/make-records";
import { readSourceText } from "#lib/sources/queries";
import type { DeliveryToMake } from "#lib/workflows/define";

const STALE =
  "The source was corrected after this draft was written. Write the draft again, or keep it for the corrected text, and then approve it.";

type Found = Awaited<ReturnType<typeof findVisibleDraft>>;

export type Approval = {
  revision: number;
  statements: Statement[];
  reading?: KeptReading | undefined;
  batch?: ApproveDraft["batch"] | undefined;
  /** The standing approval that stands for a person's, and the only outlets it is good for. */
  standing?: { id: string; outlets: DeliveryToMake[] };
};

/** Approves a draft that is held, in the caller's transaction, and makes what its workflow says follows. */
export async function approveIn(
  ctx: UserCtx,
  work: Work,
  { draft, sourceId, version, newest, isOpen }: Found,
  { revision, statements, reading, batch, standing }: Approval,
): Promise<{ records: number }> {
  const { tx, record } = work;
  const draftId = draft.id;
  await decide(ctx, tx, {
    draftId,
    revision,
    from: "pending",
    to: "approved",
    decision: "approved",
    ...(reading && { reading }),
    sourceVersion: version,
    standing: standing?.id,
  });
  // After the race was won: who lost it is told that, whatever else there is to say.
  if (newest > version) throw new AppError("conflict", STALE);
  if (batch) refuseUnlooked(statements, batch.looked);
  const source = await readSourceText(tx, sourceId, version);
  const { records, mentions, ...toMake } = await readConsequences(tx, draft, {
    title: draft.title,
    statements,
    source,
    outlets: standing?.outlets ?? (await readOutlets(tx, draftId)),
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
    data: {
      revision,
      records: records.length,
      deliveries,
      version,
      ...(batch && { batch: batch.id }),
      ...(standing && { standing: standing.id }),
    },
  });
  return { records: records.length };
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
