import { pendingDraft } from "#e2e/permissions/staged";
import { all, only, type WorkspaceRow } from "#e2e/permissions/workspace-row";
import type { Stage } from "#e2e/support/cast";
import { approveDraft } from "#lib/drafts/approve-draft";
import { rejectDraft } from "#lib/drafts/reject-draft";
import { getReviewFigures, getUnreadStreak } from "#lib/drafts/review-figures";
import type { UserCtx } from "#lib/events/context";
import { changeReasons } from "#lib/reasons/change-reasons";
import { countReasons, getReasons } from "#lib/reasons/queries";

/** Verbs on how drafts are reviewed. */
export const REVIEW_VERBS: Record<string, WorkspaceRow> = {
  changeReasons: {
    act: async (ctx) => {
      const { version, reasons } = await getReasons(ctx);
      return changeReasons(ctx, { version, reasons: reasons.toReversed() });
    },
    answers: only(["admin"]),
  },
};

/** Queries of how drafts are reviewed. Figures of everybody are for leaders; nobody gets another person's. */
export const REVIEW_READS: Record<string, WorkspaceRow> = {
  getReasons: { act: getReasons, answers: all("yes") },
  countReasons: {
    prepare: async (stage) => {
      const draftId = await pendingDraft(stage, "open");
      await rejectDraft(stage.as("bo"), { draftId, revision: 1, reasonId: "not-a-meeting" });
      return draftId;
    },
    act: (ctx) => countReasons(ctx, new Date(0)),
    answers: only(["admin", "leader"], "gone"),
  },
  "getReviewFigures: of everybody": {
    prepare: approvedByBo,
    act: async (ctx) => (await getReviewFigures(ctx, new Date(0))) ?? undefined,
    answers: only(["admin", "leader"], "gone"),
  },
  "getUnreadStreak: their own": {
    prepare: approvedByBo,
    act: async (ctx) => ((await getUnreadStreak(ctx)) > 0 ? true : undefined),
    answers: only(["member"], "gone"),
  },
};

async function approvedByBo(stage: Stage, _ctx: UserCtx): Promise<string> {
  const draftId = await pendingDraft(stage, "open");
  await approveDraft(stage.as("bo"), { draftId, revision: 1, reading: { activeMs: 1, shown: [] } });
  return draftId;
}
