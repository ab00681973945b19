import { decide } from "#lib/drafts/decide";
import { lockReviewable } from "#lib/drafts/find-draft";
import { RejectDraft } from "#lib/drafts/schema";
import type { UserCtx } from "#lib/events/context";
import { transact } from "#lib/events/transact";

/** Rejects the revision that was seen, with a reason. `conflict` where somebody was faster. */
export async function rejectDraft(ctx: UserCtx, input: RejectDraft): Promise<void> {
  const { draftId, revision, reason } = RejectDraft.parse(input);
  return transact(ctx, async ({ tx, record }) => {
    await lockReviewable(ctx, tx, draftId);
    await decide(ctx, tx, {
      draftId,
      revision,
      from: "pending",
      to: "rejected",
      decision: "rejected",
      reason,
    });
    record({ kind: "draft.rejected", subjectId: draftId, draftId, data: { revision } });
  });
}
