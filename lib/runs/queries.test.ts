import { beforeEach, describe, expect, it } from "vitest";
import type { RunState } from "#drizzle/schema/runs";
import { modelCalls, runSources, runs } from "#drizzle/schema/schema";
import { AUDIENCES } from "#e2e/support/audiences";
import { CAST, type CastKey, type Stage, setStage } from "#e2e/support/cast";
import { type Meeting, stageMeeting } from "#e2e/support/records";
import { newId } from "#lib/db/ids";
import { PAGE_ROWS } from "#lib/db/page";
import { getRun, listRuns, listStoppedRuns } from "#lib/runs/queries";

let stage: Stage;
beforeEach(async () => {
  stage = await setStage();
});

type Staged = { state?: RunState; by?: CastKey; costs?: (bigint | null)[]; meeting?: Meeting };

async function stageRun({ state = "done", by = "ada", costs = [], meeting }: Staged = {}): Promise<string> {
  const { sourceId, draftId } = await stageMeeting(stage, meeting);
  const at = stage.clock.now();
  const id = newId("run", at);
  const times = { dueAt: at, createdAt: at, startedAt: at, endedAt: at };
  await stage.store.raw.insert(runs).values({
    id,
    workflow: "meeting-notes",
    workflowVersion: 1,
    writer: "claude",
    model: "claude-sonnet-5-5",
    host: "api.anthropic.com",
    state,
    attempt: 1,
    draftId: state === "done" ? draftId : null,
    error: state === "failed" ? { kind: "refusal", sentence: "The model declined." } : null,
    requestedBy: CAST[by].id,
    ...times,
  });
  await stage.store.raw.insert(runSources).values({ runId: id, sourceId, version: 1 });
  for (const [n, costMicros] of costs.entries()) {
    await stage.store.raw.insert(modelCalls).values({
      id: `cal_${n}${id}`,
      runId: id,
      attempt: 1,
      model: "claude-sonnet-5-5",
      host: "api.anthropic.com",
      requestId: `req_${n}`,
      outcome: "answered",
      usage: { input_tokens: 900 },
      costMicros,
      startedAt: at,
      endedAt: at,
    });
  }
  return id;
}

describe("listRuns", () => {
  it.each(AUDIENCES)("of a $visibility source, for $reader: $may", async ({ meeting, reader, may }) => {
    const id = await stageRun({ meeting });
    const ctx = stage.as(reader);
    expect((await listRuns(ctx)).rows.map((row) => row.id)).toEqual(may ? [id] : []);
    if (may) expect(await getRun(ctx, id)).toMatchObject({ id });
    else await expect(getRun(ctx, id)).rejects.toMatchObject({ code: "not_found" });
  });

  it("adds the cost of all calls up, and doesn't where one is not known", async () => {
    await stageRun({ costs: [] });
    stage.clock.advance(1);
    await stageRun({ costs: [1_500_000n, 2n] });
    stage.clock.advance(1);
    await stageRun({ costs: [1_500_000n, null] });
    const costs = (await listRuns(stage.as("ada"))).rows.map((row) => row.costMicros);
    expect(costs).toEqual([null, "1500002", "0"]);
  });

  it("narrows down to what goes on, stopped or brought a draft", async () => {
    const states: RunState[] = ["queued", "writing", "checking", "done", "failed", "held", "cancelled"];
    for (const state of states) await stageRun({ state });
    const shown = async (show?: "going" | "stopped" | "done") =>
      (await listRuns(stage.as("ada"), { show })).rows.map((row) => row.state).sort();
    expect(await shown("going")).toEqual(["checking", "queued", "writing"]);
    expect(await shown("stopped")).toEqual(["cancelled", "failed", "held"]);
    expect(await shown("done")).toEqual(["done"]);
    expect(await shown()).toEqual([...states].sort());
  });

  it("shows the newest first, page by page, each once", async () => {
    const ids: string[] = [];
    for (let n = 0; n <= PAGE_ROWS; n++) {
      ids.unshift(await stageRun());
      stage.clock.advance(1);
    }
    const first = await listRuns(stage.as("hugo"));
    const second = await listRuns(stage.as("hugo"), { cursor: first.next ?? undefined });
    expect([...first.rows, ...second.rows].map((row) => row.id)).toEqual(ids);
  });
});

describe("getRun", () => {
  it("shows the calls with what they cost", async () => {
    const id = await stageRun({ costs: [12n] });
    expect(await getRun(stage.as("bo"), id)).toMatchObject({
      sourceTitle: "Release planning",
      requestedBy: CAST.ada.name,
      costMicros: "12",
      calls: [{ requestId: "req_0", costMicros: "12", outcome: "answered", usage: { input_tokens: 900 } }],
    });
  });

  it.each([
    ["failed", "bo", { mayCancel: false, mayRetry: true }],
    ["held", "bo", { mayCancel: true, mayRetry: true }],
    ["queued", "bo", { mayCancel: true, mayRetry: false }],
    ["done", "bo", { mayCancel: false, mayRetry: false }],
    ["failed", "ada", { mayCancel: false, mayRetry: true }],
    ["failed", "dana", { mayCancel: false, mayRetry: false }],
    ["writing", "hugo", { mayCancel: false, mayRetry: false }],
  ] as const)("offers what may be done with a run that is %s to %s", async (state, key, may) => {
    const id = await stageRun({ state, by: "bo" });
    expect(await getRun(stage.as(key), id)).toMatchObject(may);
  });
});

describe("listStoppedRuns", () => {
  it("shows what somebody asked for and did not get, and nobody else's", async () => {
    await stageRun({ state: "failed", by: "bo" });
    stage.clock.advance(1);
    const since = stage.clock.now();
    const failed = await stageRun({ state: "failed", by: "bo" });
    stage.clock.advance(1);
    const held = await stageRun({ state: "held", by: "bo" });
    await stageRun({ state: "cancelled", by: "bo" });
    await stageRun({ state: "failed", by: "dana" });
    const rows = await listStoppedRuns(stage.as("bo"), since, 5);
    expect(rows.map((row) => row.id)).toEqual([held, failed]);
    expect(rows[1]?.error).toEqual({ kind: "refusal", sentence: "The model declined." });
    expect(await listStoppedRuns(stage.as("bo"), since, 1)).toHaveLength(1);
  });
});
