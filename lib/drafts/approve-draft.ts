import { approveIn } from "#lib/drafts/approve-in";
import { lockReviewable } from "#lib/drafts/find-draft";
import { measured } from "#lib/drafts/measured";
import { getRevision } from "#lib/drafts/revision-queries";
import { ApproveDraft } from "#lib/drafts/schema";
import type { UserCtx } from "#lib/events/context";
import { transact } from "#lib/events/transact";

/**
 * Approves the revision that was seen, and makes what its workflow says follows, in one transaction.
 * `conflict` where somebody was faster: their decision stands, and nothing is made twice; and where the source was
 * corrected since, until a person had the draft written again or said that it stands as it is (`keepDraft`).
 */
export async function approveDraft(ctx: UserCtx, input: ApproveDraft): Promise<{ records: number }> {
  const { draftId, revision, fence, reading, batch } = ApproveDraft.parse(input);
  return transact(ctx, async (work) => {
    const found = await lockReviewable(ctx, work.tx, draftId, { revision, fence });
    // Held: if another revision was seen, deciding fails, and this is not what was approved.
    const statements = await getRevision(work.tx, draftId, found.draft.currentRevision);
    return approveIn(ctx, work, found, {
      revision,
      statements,
      reading: measured(ctx.now(), found.draft, reading, statements),
      batch,
    });
  });
}
