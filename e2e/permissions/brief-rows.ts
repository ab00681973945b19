import { only, type WorkspaceRow } from "#e2e/permissions/workspace-row";
import { FRIDAYS } from "#e2e/support/briefs";
import { changeBrief } from "#lib/briefs/change-brief";

const TOLD = only(["admin", "leader"]);

/** The weekly brief of whoever acts: nobody says how somebody else has theirs. */
export const BRIEF_VERBS: Record<string, WorkspaceRow> = {
  changeBrief: { act: (ctx) => changeBrief(ctx, FRIDAYS), answers: TOLD },
};
