import { all, only, type WorkspaceRow } from "#e2e/permissions/workspace-row";
import { CAST, ENGINEERING, type Stage } from "#e2e/support/cast";
import { post, stageStandup, WEEKDAYS } from "#e2e/support/standups";
import { giveStandingApproval } from "#lib/digests/give-standing-approval";
import { revokeStandingApproval } from "#lib/digests/revoke-standing-approval";
import { getStandupSettings } from "#lib/digests/settings-queries";
import { writeDigestNow } from "#lib/digests/write-now";
import { findPassage } from "#lib/sources/find-passage";
import { getSource } from "#lib/sources/queries";
import { changeStandup } from "#lib/standups/change-standup";
import { getOwnUpdate, getStandupDay } from "#lib/standups/day-queries";
import { getHistory } from "#lib/standups/history";
import { listOwnStandups } from "#lib/standups/own-queries";
import { postTeamUpdate } from "#lib/standups/post-team-update";
import { postUpdate } from "#lib/standups/post-update";
import { listStandups, listUpdates } from "#lib/standups/queries";

const teamId = ENGINEERING.id;
const RUNNING = only(["admin", "leader", "lead"]);

/** The stand-up of Engineering, which Dana leads and nobody else of those who act is in. */
export const STANDUP_VERBS: Record<string, WorkspaceRow> = {
  changeStandup: { act: (ctx) => changeStandup(ctx, WEEKDAYS), answers: RUNNING },
  postUpdate: {
    prepare: held,
    act: (ctx) => postUpdate(ctx, { teamId, text: "Merged it." }, "page"),
    answers: only(["lead"]),
  },
  "postUpdate: for a stand-up of the team alone": {
    prepare: heldAlone,
    act: (ctx) => postUpdate(ctx, { teamId, text: "Merged it." }, "page"),
    answers: only(["lead"], "gone"),
  },
  postTeamUpdate: {
    prepare: held,
    act: (ctx) => postTeamUpdate(ctx, { teamId, text: "Dana: merged it\nChidi: renewed it" }, "paste"),
    answers: RUNNING,
  },
  writeDigestNow: {
    prepare: written,
    act: (ctx) => writeDigestNow(ctx, { teamId, day: "2026-11-20" }),
    answers: RUNNING,
  },
  "writeDigestNow: of a stand-up of the team alone": {
    prepare: heldAlone,
    act: (ctx) => writeDigestNow(ctx, { teamId, day: "2026-11-20" }),
    answers: only(["lead"], "gone"),
  },
  giveStandingApproval: {
    prepare: held,
    act: (ctx) => giveStandingApproval(ctx, { teamId, channel: "circular" }),
    answers: only(["admin", "leader"]),
  },
  revokeStandingApproval: {
    prepare: async (stage) => {
      await held(stage);
      return (await giveStandingApproval(stage.as("ada"), { teamId, channel: "circular" })).id;
    },
    act: (ctx, id) => revokeStandingApproval(ctx, { teamId, id }),
    answers: RUNNING,
  },
};

/** Queries of the same. An empty list counts as `gone`. */
export const STANDUP_READS: Record<string, WorkspaceRow> = {
  listStandups: { prepare: held, act: listStandups, answers: all("yes") },
  "listStandups: of the team alone": {
    prepare: heldAlone,
    act: listStandups,
    answers: only(["lead"], "gone"),
  },
  getStandupDay: { prepare: held, act: (ctx) => getStandupDay(ctx, teamId), answers: all("yes") },
  "getStandupDay: of the team alone": {
    prepare: heldAlone,
    act: (ctx) => getStandupDay(ctx, teamId),
    answers: only(["lead"], "gone"),
  },
  "getOwnUpdate: of the team alone": {
    prepare: heldAlone,
    act: (ctx) => getOwnUpdate(ctx, teamId),
    answers: only(["lead"], "gone"),
  },
  listOwnStandups: { prepare: heldAlone, act: listOwnStandups, answers: only(["lead"], "gone") },
  "listUpdates: of the team alone": {
    prepare: heldAlone,
    act: (ctx) => listUpdates(ctx, teamId, "2026-11-20"),
    answers: only(["lead"], "gone"),
  },
  "findPassage: of the team alone": {
    prepare: async (stage) => {
      await stageStandup(stage, { visibility: "team" });
      return (await post(stage, "chidi", "Renewed the certificate.")).sourceId;
    },
    act: async (ctx, id) => findPassage(ctx, await getSource(ctx, id), { of: 1, from: 0, to: 7 }),
    answers: only(["lead"], "gone"),
  },
  "getStandupSettings: of the team alone": {
    prepare: heldAlone,
    act: (ctx) => getStandupSettings(ctx, teamId),
    answers: only(["admin", "leader", "lead"], "gone"),
  },
  "getHistory: their own": {
    act: (ctx) => getHistory(ctx, { userId: ctx.actor.id }),
    answers: all("yes"),
  },
  "getHistory: of somebody in Engineering": {
    prepare: heldAlone,
    act: (ctx) => getHistory(ctx, { userId: CAST.chidi.id }),
    answers: only(["lead"], "gone"),
  },
};

async function held(stage: Stage): Promise<string> {
  await stageStandup(stage, { mailTeam: true });
  return teamId;
}

async function heldAlone(stage: Stage): Promise<string> {
  await stageStandup(stage, { visibility: "team" });
  await post(stage, "chidi", "Renewed the certificate.");
  return teamId;
}

async function written(stage: Stage): Promise<string> {
  await held(stage);
  await post(stage, "chidi", "Renewed the certificate.");
  return teamId;
}
