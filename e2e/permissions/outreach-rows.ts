import { all, only, type WorkspaceRow } from "#e2e/permissions/workspace-row";
import { LARKFIELD } from "#e2e/support/outreach-settings";
import { changeOutreach } from "#lib/outreach/change-outreach";
import { changeVoice } from "#lib/outreach/change-voice";
import { getOutreach, getVoice } from "#lib/outreach/queries";

/** What follow-ups say of the company, and how people write them. */
export const OUTREACH_VERBS: Record<string, WorkspaceRow> = {
  changeOutreach: { act: (ctx) => changeOutreach(ctx, LARKFIELD), answers: only(["admin", "leader"]) },
  changeVoice: {
    act: (ctx) => changeVoice(ctx, { signature: "Bo", tone: "Short.", version: 0 }),
    answers: { ...all("yes"), viewer: "forbidden" },
  },
};

/** Queries of the same. */
export const OUTREACH_READS: Record<string, WorkspaceRow> = {
  getOutreach: { act: getOutreach, answers: all("yes") },
  getVoice: { act: getVoice, answers: all("yes") },
};
