import { all, only, type WorkspaceRow } from "#e2e/permissions/workspace-row";
import { stageBlocker } from "#e2e/support/blockers";
import { CAST, type Stage } from "#e2e/support/cast";
import { acceptBlocker } from "#lib/blockers/accept-blocker";
import { confirmBlocker } from "#lib/blockers/confirm-blocker";
import { dismissBlocker } from "#lib/blockers/dismiss-blocker";
import { nameWaitedFor } from "#lib/blockers/name-waited-for";
import { ownBlocker } from "#lib/blockers/own-blocker";
import {
  countBlockers,
  getBlocker,
  listBlockerNeeds,
  listBlockers,
  listEveryBlocker,
} from "#lib/blockers/queries";
import { reopenBlocker } from "#lib/blockers/reopen-blocker";
import { resolveBlocker } from "#lib/blockers/resolve-blocker";
import { rewordBlocker } from "#lib/blockers/reword-blocker";

/** Of Chidi in Dana's team: it, leaders and admins may. Bo is in another team, and Hugo reads. */
const MAY = only(["admin", "leader", "lead"]);
/** What is the team's alone is there for nobody else, whatever their role. */
const TEAM = only(["lead"], "gone");

const staged = (state: "proposed" | "open" | "resolved") => async (stage: Stage) =>
  (await stageBlocker(stage, { state })).blockerId;
const ofTeam = async (stage: Stage) => (await stageBlocker(stage, { visibility: "team" })).blockerId;

/** What is in a team's way. */
export const BLOCKER_VERBS: Record<string, WorkspaceRow> = {
  confirmBlocker: {
    prepare: staged("proposed"),
    act: (ctx, blockerId) => confirmBlocker(ctx, { blockerId, version: 1 }),
    answers: MAY,
  },
  "confirmBlocker: the team’s alone": {
    prepare: ofTeam,
    act: (ctx, blockerId) => confirmBlocker(ctx, { blockerId, version: 1 }),
    answers: TEAM,
  },
  "confirmBlocker: nowhere": {
    act: (ctx) => confirmBlocker(ctx, { blockerId: "blk_nowhere", version: 1 }),
    answers: all("gone"),
  },
  ownBlocker: {
    prepare: staged("open"),
    act: (ctx, blockerId) => ownBlocker(ctx, { blockerId, version: 1, ownerId: CAST.chidi.id }),
    answers: MAY,
  },
  resolveBlocker: {
    prepare: staged("open"),
    act: (ctx, blockerId) => resolveBlocker(ctx, { blockerId, version: 1, how: "Renewed" }),
    answers: MAY,
  },
  acceptBlocker: {
    prepare: staged("open"),
    act: (ctx, blockerId) => acceptBlocker(ctx, { blockerId, version: 1, why: "Rare" }),
    answers: MAY,
  },
  dismissBlocker: {
    prepare: staged("proposed"),
    act: (ctx, blockerId) => dismissBlocker(ctx, { blockerId, version: 1 }),
    answers: MAY,
  },
  reopenBlocker: {
    prepare: staged("resolved"),
    act: (ctx, blockerId) => reopenBlocker(ctx, { blockerId, version: 1 }),
    answers: MAY,
  },
  rewordBlocker: {
    prepare: staged("open"),
    act: (ctx, blockerId) => rewordBlocker(ctx, { blockerId, version: 1, text: "No certificate" }),
    answers: MAY,
  },
  "rewordBlocker: the team’s alone": {
    prepare: ofTeam,
    act: (ctx, blockerId) => rewordBlocker(ctx, { blockerId, version: 1, text: "No certificate" }),
    answers: TEAM,
  },
  nameWaitedFor: {
    prepare: staged("open"),
    act: (ctx, blockerId) => nameWaitedFor(ctx, { blockerId, version: 1, teamId: null }),
    answers: MAY,
  },
};

/** Queries of the same. An empty list counts as `gone`. */
export const BLOCKER_READS: Record<string, WorkspaceRow> = {
  getBlocker: {
    prepare: staged("open"),
    act: (ctx, blockerId) => getBlocker(ctx, blockerId),
    answers: all("yes"),
  },
  "getBlocker: the team’s alone": {
    prepare: ofTeam,
    act: (ctx, blockerId) => getBlocker(ctx, blockerId),
    answers: TEAM,
  },
  listBlockers: {
    prepare: staged("open"),
    act: async (ctx) => (await listBlockers(ctx, {})).rows,
    answers: all("yes"),
  },
  "listBlockers: the team’s alone": {
    prepare: ofTeam,
    act: async (ctx) => (await listBlockers(ctx, {})).rows,
    answers: TEAM,
  },
  listEveryBlocker: {
    prepare: ofTeam,
    act: (ctx) => listEveryBlocker(ctx, {}),
    answers: TEAM,
  },
  listBlockerNeeds: {
    prepare: async (stage) =>
      (await stageBlocker(stage, { visibility: "team", by: "chidi", owner: "dana", state: "owned" }))
        .blockerId,
    act: (ctx) => listBlockerNeeds(ctx, { rows: 8 }),
    answers: TEAM,
  },
  countBlockers: {
    prepare: ofTeam,
    act: async (ctx) => ((await countBlockers(ctx, { live: {} })).live > 0 ? ["one"] : []),
    answers: TEAM,
  },
};
