import { only, type WorkspaceRow } from "#e2e/permissions/workspace-row";
import { getDeskSide } from "#lib/attention/desk";
import { getAttention } from "#lib/attention/queries";

const TODAY = "2026-11-20";

/** What leaders see of the company on Today. */
export const TODAY_READS: Record<string, WorkspaceRow> = {
  getAttention: { act: (ctx) => getAttention(ctx, TODAY), answers: only(["admin", "leader"]) },
  getDeskSide: {
    act: (ctx) => getDeskSide(ctx, { timeZone: "America/Toronto", today: TODAY }),
    answers: only(["admin", "leader"]),
  },
};
