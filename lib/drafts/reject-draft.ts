import type { Tx } from "#lib/db/store";
import { decide } from "#lib/drafts/decide";
import { lockReviewable } from "#lib/drafts/find-draft";
import { measured } from "#lib/drafts/measured";
import { RejectDraft } from "#lib/drafts/schema";
import { AppError } from "#lib/errors";
import type { UserCtx } from "#lib/events/context";
import { transact } from "#lib/events/transact";
import { readReasons } from "#lib/reasons/queries";

/** Rejects the revision that was seen, with a reason. `conflict` where somebody was faster. */
export async function rejectDraft(ctx: UserCtx, input: RejectDraft): Promise<void> {
  const { draftId, revision, fence, reasonId, reason, reading } = RejectDraft.parse(input);
  return transact(ctx, async ({ tx, record }) => {
    const { draft } = await lockReviewable(ctx, tx, draftId, { revision, fence });
    await decide(ctx, tx, {
      draftId,
      revision,
      from: "pending",
      to: "rejected",
      decision: "rejected",
      reasonId,
      reason: await reasonInWords(tx, reasonId, reason),
      reading: measured(ctx.now(), draft, reading),
    });
    record({ kind: "draft.rejected", subjectId: draftId, draftId, data: { revision } });
  });
}

/** As it reads today: the list may change, and what was said to this draft may not. One just retired still counts. */
async function reasonInWords(tx: Tx, reasonId: string | null, own: string): Promise<string> {
  if (reasonId === null) return own;
  const { reasons } = await readReasons(tx);
  const picked = reasons.find(({ id }) => id === reasonId);
  if (!picked) throw new AppError("invalid", "That reason is not on the list. Choose another one.");
  return [picked.label, own].filter(Boolean).join(". ");
}
