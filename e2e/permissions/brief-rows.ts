import { only, type WorkspaceRow } from "#e2e/permissions/workspace-row";
import { FRIDAYS, stageBrief } from "#e2e/support/briefs";
import { CAST } from "#e2e/support/cast";
import { giveBriefApproval } from "#lib/briefing/give-brief-approval";
import { revokeBriefApproval } from "#lib/briefing/revoke-brief-approval";
import { getBriefSettings } from "#lib/briefing/settings-queries";
import { changeBrief } from "#lib/briefs/change-brief";

const TOLD = only(["admin", "leader"]);

/** The weekly brief of whoever acts: nobody says how somebody else has theirs. */
export const BRIEF_VERBS: Record<string, WorkspaceRow> = {
  changeBrief: { act: (ctx) => changeBrief(ctx, FRIDAYS), answers: TOLD },
  giveBriefApproval: {
    prepare: async (stage, ctx) => {
      if (ctx.actor.role === "admin") await changeBrief(ctx, FRIDAYS);
      return stageBrief(stage);
    },
    act: (ctx) => giveBriefApproval(ctx, { channel: "circular" }),
    answers: TOLD,
  },
  "revokeBriefApproval: of Ada’s briefs": {
    prepare: async (stage) => {
      await stageBrief(stage);
      return (await giveBriefApproval(stage.as("ada"), { channel: "circular" })).id;
    },
    act: (ctx, id) => revokeBriefApproval(ctx, { id }),
    answers: only(["leader"], "conflict"),
  },
};

export const BRIEF_READS: Record<string, WorkspaceRow> = {
  getBriefSettings: {
    prepare: async () => CAST.ada.id,
    act: getBriefSettings,
    answers: TOLD,
  },
};
