import { beforeEach, describe, expect, it } from "vitest";
import { modelCalls } from "#drizzle/schema/schema";
import { type Stage, setStage } from "#e2e/support/cast";
import { storeNotes } from "#e2e/support/drafts";
import type { ModelCall } from "#lib/llm/model-call";
import { claimRun } from "#lib/runs/claim-run";
import { keepCall } from "#lib/runs/keep-call";
import { LEASE_MS } from "#lib/runs/lease";
import { getRun } from "#lib/runs/queries";
import { sweepRuns } from "#lib/runs/sweep-runs";

let stage: Stage;
let runId: string;
let keepEnd: (ended: ModelCall) => Promise<void>;
beforeEach(async () => {
  stage = await setStage();
  runId = (await storeNotes(stage)).runId as string;
  const run = await claimRun(stage.system, runId);
  keepEnd = await keepCall(stage.system, run, asked(), { digest: "d", part: 1, parts: 1 });
});

const asked = () => ({ model: "claude-sonnet-5", host: "api.anthropic.com", startedAt: stage.clock.now() });
const answered = (): ModelCall => ({
  ...asked(),
  requestId: "req_1",
  outcome: "answered",
  stopReason: "end_turn",
  usage: { input_tokens: 10, output_tokens: 5 },
  costMicros: 105n,
  priceNote: "a price",
  endedAt: stage.clock.now(),
});
const only = async () => (await stage.store.raw.select().from(modelCalls))[0];

describe("a call of the model", () => {
  it("is on record before it is made, and costs nothing yet", async () => {
    await sweepRuns(stage.system);
    expect(await only()).toMatchObject({ runId, attempt: 1, outcome: "pending", endedAt: null });
    expect(await getRun(stage.as("ada"), runId)).toMatchObject({ costMicros: "0" });
    await keepEnd(answered());
    expect(await only()).toMatchObject({ outcome: "answered", costMicros: 105n, requestId: "req_1" });
    expect(await getRun(stage.as("ada"), runId)).toMatchObject({ costMicros: "105" });
  });

  it("whose worker died is lost, and what it cost is not known", async () => {
    stage.clock.advance(LEASE_MS + 1);
    await sweepRuns(stage.system);
    expect(await only()).toMatchObject({
      outcome: "lost",
      endedAt: null,
      priceNote: "The worker stopped before the answer was kept; it may have been billed.",
    });
    expect(await getRun(stage.as("ada"), runId)).toMatchObject({ costMicros: null });
  });

  it("whose worker was only thought dead is kept after all", async () => {
    stage.clock.advance(LEASE_MS + 1);
    await sweepRuns(stage.system);
    await keepEnd(answered());
    expect(await only()).toMatchObject({ outcome: "answered", costMicros: 105n, priceNote: "a price" });
  });
});
