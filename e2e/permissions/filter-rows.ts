import { all, type WorkspaceRow } from "#e2e/permissions/workspace-row";
import type { Stage } from "#e2e/support/cast";
import type { UserCtx } from "#lib/events/context";
import { dropFilter, keepFilter, keepLeadFilter, renameFilter } from "#lib/filters/keep-filter";
import { listFilters, listLeadFilters } from "#lib/filters/queries";

const filter = { show: "untraced" } as const;
const own = async (_: Stage, ctx: UserCtx) => (await keepFilter(ctx, { name: "Mine", filter })).id;
const view = async (_: Stage, ctx: UserCtx) =>
  (await keepLeadFilter(ctx, { name: "Quiet", filter: { quiet: "14" } })).id;
const chidis = async ({ as }: Stage) => (await keepFilter(as("chidi"), { name: "Theirs", filter })).id;

/** Verbs on filters of the queue: each person has their own, and nobody another’s. */
export const FILTER_VERBS: Record<string, WorkspaceRow> = {
  keepFilter: { act: (ctx) => keepFilter(ctx, { name: "Doubtful", filter }), answers: all("yes") },
  keepLeadFilter: {
    act: (ctx) => keepLeadFilter(ctx, { name: "Quiet", filter: { quiet: "14" } }),
    answers: all("yes"),
  },
  "renameFilter: their own": {
    prepare: own,
    act: (ctx, filterId) => renameFilter(ctx, { filterId, name: "Other" }),
    answers: all("yes"),
  },
  "renameFilter: somebody else’s": {
    prepare: chidis,
    act: (ctx, filterId) => renameFilter(ctx, { filterId, name: "Other" }),
    answers: all("gone"),
  },
  "dropFilter: their own": {
    prepare: own,
    act: (ctx, filterId) => dropFilter(ctx, { filterId }),
    answers: all("yes"),
  },
  "dropFilter: somebody else’s": {
    prepare: chidis,
    act: (ctx, filterId) => dropFilter(ctx, { filterId }),
    answers: all("gone"),
  },
};

export const FILTER_READS: Record<string, WorkspaceRow> = {
  "listFilters: their own": { prepare: own, act: listFilters, answers: all("yes") },
  "listFilters: somebody else’s": { prepare: chidis, act: listFilters, answers: all("gone") },
  "listFilters: of the leads": { prepare: view, act: listFilters, answers: all("gone") },
  "listLeadFilters: their own": { prepare: view, act: listLeadFilters, answers: all("yes") },
  "listLeadFilters: of the queue": { prepare: own, act: listLeadFilters, answers: all("gone") },
};
