import { all, only, type WorkspaceRow } from "#e2e/permissions/workspace-row";
import type { Stage } from "#e2e/support/cast";
import { stageLead } from "#e2e/support/follow-ups";
import { changeCadence } from "#lib/cadence/change-cadence";
import { draftNow } from "#lib/cadence/draft-now";
import { endCadence } from "#lib/cadence/end-cadence";
import { getLeadFollowUps } from "#lib/cadence/queries";
import { startCadence } from "#lib/cadence/start-cadence";

/** A lead of Bo's, who is the member of the ranks. */
const ofBo = (stage: Stage) => stageLead(stage);
const going = async (stage: Stage) => {
  const leadId = await stageLead(stage);
  await startCadence(stage.as("bo"), { leadId });
  return leadId;
};
/** Who owns the lead, leaders and admins. */
const OWNERS = only(["admin", "leader", "member"]);

/** Verbs on what is written to leads, and when. */
export const CADENCE_VERBS: Record<string, WorkspaceRow> = {
  startCadence: { prepare: ofBo, act: (ctx, leadId) => startCadence(ctx, { leadId }), answers: OWNERS },
  changeCadence: {
    prepare: going,
    act: (ctx, leadId) => changeCadence(ctx, { leadId, version: 1, days: [1, 2] }),
    answers: OWNERS,
  },
  endCadence: {
    prepare: going,
    act: (ctx, leadId) => endCadence(ctx, { leadId, version: 1 }),
    answers: OWNERS,
  },
  draftNow: { prepare: ofBo, act: (ctx, leadId) => draftNow(ctx, { leadId }), answers: OWNERS },
};

export const CADENCE_READS: Record<string, WorkspaceRow> = {
  getLeadFollowUps: { prepare: going, act: getLeadFollowUps, answers: all("yes") },
};
