import { z } from "zod";
import { PAGE_ROWS } from "#lib/db/page";
import { Id } from "#lib/inputs/schema";
import { StoreSource } from "#lib/intake/schema";
import { storeSource } from "#lib/intake/store-source";
import { cancelRun } from "#lib/runs/cancel-run";
import { getRun, listRuns } from "#lib/runs/queries";
import { retryRun } from "#lib/runs/retry-run";
import { CancelRun, RetryRun, RunFilter, StartRun } from "#lib/runs/schema";
import { startRun } from "#lib/runs/start-run";
import { getSource, listSources } from "#lib/sources/queries";
import { SourceFilter } from "#lib/sources/schema";
import {
  ChangedRun,
  ListedRun,
  ListedSource,
  pageOf,
  SourceInFull,
  StoredSource,
} from "#lib/web/api/answers";
import { changing, type Operation, reading } from "#lib/web/api/operation";
import { pastedWorkflows } from "#lib/workflows/registry";

const read = { scope: "sources:read" } as const;
const write = { scope: "sources:write" } as const;

/** What comes in, and the runs on it. */
export const SOURCE_OPERATIONS: Operation[] = [
  changing({
    ...write,
    id: "submitSource",
    path: "/sources",
    tag: "sources",
    summary: "Stores a source, from its text or from a file, and queues a run that writes its draft",
    takesFile: true,
    tool: "Stores a text, such as meeting notes, and has a draft of it written, which people then review. Nothing is sent or published by this.",
    // By name, or nobody would know from the description what there is.
    input: StoreSource.safeExtend({ workflow: z.enum(pastedWorkflows.map(({ key }) => key)) }),
    answers: { 201: StoredSource, 200: StoredSource },
    change: (ctx, input) => storeSource(ctx, input, "api"),
    tell: (stored) =>
      stored.duplicate
        ? { status: 200, body: stored }
        : { status: 201, location: `/api/v1/sources/${stored.sourceId}`, body: stored },
  }),
  reading({
    ...read,
    id: "listSources",
    path: "/sources",
    tag: "sources",
    summary: "Sources, the last stored first",
    tool: `Finds sources by words in their titles, the last stored first, ${PAGE_ROWS} at a time.`,
    input: SourceFilter,
    answer: pageOf(ListedSource),
    read: listSources,
  }),
  reading({
    ...read,
    id: "readSource",
    path: "/sources/{sourceId}",
    tag: "sources",
    summary: "One source with its text",
    tool: "Reads one source with its whole text.",
    input: z.object({ sourceId: Id }),
    answer: SourceInFull,
    read: async (ctx, { sourceId }) => {
      const source = await getSource(ctx, sourceId);
      return { ...source, createdAt: source.createdAt.toISOString() };
    },
  }),
  changing({
    ...write,
    id: "startRun",
    path: "/sources/{sourceId}/runs",
    tag: "runs",
    summary: "Asks for another draft of a source",
    input: StartRun,
    answers: { 201: ChangedRun },
    change: startRun,
    tell: (runId) => ({ status: 201, location: `/api/v1/runs/${runId}`, body: { runId, state: "queued" } }),
  }),
];

/** Attempts at writing. */
export const RUN_OPERATIONS: Operation[] = [
  reading({
    ...read,
    id: "listRuns",
    path: "/runs",
    tag: "runs",
    summary: "Runs, the newest first",
    input: RunFilter,
    answer: pageOf(ListedRun),
    read: listRuns,
  }),
  reading({
    ...read,
    id: "readRun",
    path: "/runs/{runId}",
    tag: "runs",
    summary: "One run",
    tool: "Tells how far a run is, and which draft it brought.",
    input: z.object({ runId: Id }),
    answer: ListedRun,
    read: (ctx, { runId }) => getRun(ctx, runId),
  }),
  changing({
    ...write,
    id: "cancelRun",
    path: "/runs/{runId}/cancel",
    tag: "runs",
    summary: "Stops a run that has brought no draft yet",
    input: CancelRun,
    answers: { 200: ChangedRun },
    change: cancelRun,
    tell: (_, { runId }) => ({ status: 200, body: { runId, state: "cancelled" } }),
  }),
  changing({
    ...write,
    id: "retryRun",
    path: "/runs/{runId}/retry",
    tag: "runs",
    summary: "Queues a run again that failed, was held or was cancelled",
    input: RetryRun,
    answers: { 200: ChangedRun },
    change: retryRun,
    tell: (_, { runId }) => ({ status: 200, body: { runId, state: "queued" } }),
  }),
];
