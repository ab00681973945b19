import { takeBackFromDraft } from "#lib/blockers/take-back-from-draft";
import { cancelDeliveries } from "#lib/deliveries/cancel-deliveries";
import { lostRace } from "#lib/drafts/conflict";
import { decide } from "#lib/drafts/decide";
import { lockVisibleDraft } from "#lib/drafts/find-draft";
import { canReopen } from "#lib/drafts/policy";
import { ReopenDraft } from "#lib/drafts/schema";
import { AppError } from "#lib/errors";
import type { UserCtx } from "#lib/events/context";
import { transact } from "#lib/events/transact";
import { removeRecords } from "#lib/records/remove-records";
import { takeBackMentions } from "#lib/records/take-back-mentions";

/**
 * Takes an approval or rejection back: the draft waits again, and untouched records go.
 * `conflict` where it waits already, or somebody has worked with a record since.
 */
export async function reopenDraft(ctx: UserCtx, input: ReopenDraft): Promise<{ revision: number }> {
  const { draftId } = ReopenDraft.parse(input);
  return transact(ctx, async (work) => {
    const { tx, record } = work;
    const { draft } = await lockVisibleDraft(ctx, tx, draftId);
    if (draft.state === "pending")
      throw await lostRace(tx, draftId, "This draft waits for a decision already.");
    if (!canReopen(ctx.actor, draft)) {
      throw new AppError("forbidden", "Who made this decision, a leader or an admin can take it back.");
    }
    const revision = draft.currentRevision;
    await decide(ctx, tx, { draftId, revision, from: draft.state, to: "pending", decision: "undone" });
    if (draft.state === "approved") {
      await cancelDeliveries(ctx, work, draftId);
      await takeBackMentions(ctx, work, draftId);
      await takeBackFromDraft(work, draftId);
      await removeRecords(tx, draftId);
    }
    record({ kind: "draft.reopened", subjectId: draftId, draftId, data: { from: draft.state } });
    return { revision };
  });
}
