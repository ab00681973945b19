import { asc, eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import type { RunState } from "#drizzle/schema/runs";
import { drafts, modelCalls } from "#drizzle/schema/schema";
import type { ClaudeDouble } from "#e2e/doubles/claude";
import type { ScriptedOutcome } from "#e2e/doubles/claude-script";
import { doubleForTest } from "#e2e/doubles/claude-writer";
import { type Stage, setStage } from "#e2e/support/cast";
import { storeNotes } from "#e2e/support/drafts";
import { kindsOf } from "#e2e/support/events";
import { claudeFor, settingsFor, storedRun } from "#e2e/support/runs";
import type { LlmSettings } from "#lib/llm/settings";
import { performRun } from "#lib/runs/perform-run";
import { retryRun } from "#lib/runs/retry-run";

/** `priced`: what the tokens cost · `free`: known to be nothing · `unknown`: nobody can say. */
type Call = [outcome: string, cost: "priced" | "free" | "unknown"];

type Row = {
  host: ScriptedOutcome[];
  state: RunState;
  /** Seconds until the run is tried again by itself. */
  again?: number;
  /** What the person sees, and the kind the log names. */
  sees?: [kind: string, sentence: RegExp];
  calls: Call[];
  settings?: Partial<LlmSettings>;
};

const TABLE: Record<string, Row> = {
  "an answer": { host: [], state: "done", calls: [["answered", "priced"]] },
  "a refusal": {
    host: [{ kind: "refusal", explanation: "It asks for malware." }],
    state: "failed",
    sees: ["refusal", /^claude-sonnet-5-5 declined .* The call was billed\. Write it with the rules/],
    calls: [["refusal", "priced"]],
  },
  "an answer cut off at its limit": {
    host: [{ kind: "truncation" }],
    state: "failed",
    sees: ["truncated", /ran out of room .* The call was billed\. Split the source in two\.$/],
    calls: [["truncated", "priced"]],
  },
  "an answer that is no draft": {
    host: [{ kind: "malformed" }],
    state: "failed",
    sees: ["malformed", /can't be read as a draft, so none of it was used\. Run it again/],
    calls: [["malformed", "priced"]],
  },
  "429 with retry-after": {
    host: [{ kind: "rate_limit", retryAfter: 90 }],
    state: "queued",
    again: 90,
    sees: ["rate_limited", /takes no more requests for now\. The source is stored\. .* again in 90 s\.$/],
    calls: [["rate_limited", "free"]],
  },
  "529 that passes": {
    host: [{ kind: "overloaded" }],
    state: "done",
    calls: [
      ["overloaded", "free"],
      ["answered", "priced"],
    ],
  },
  "529 that lasts": {
    host: [{ kind: "overloaded" }, { kind: "overloaded" }],
    state: "queued",
    again: 10,
    sees: ["overloaded", /is overloaded\. The source is stored\. It can be tried again later\.$/],
    calls: [
      ["overloaded", "free"],
      ["overloaded", "free"],
    ],
  },
  "500 that passes": {
    host: [{ kind: "server_error" }],
    state: "done",
    calls: [
      ["server_error", "unknown"],
      ["answered", "priced"],
    ],
  },
  "500 that lasts": {
    host: [{ kind: "server_error" }, { kind: "server_error" }],
    state: "queued",
    again: 10,
    sees: ["server_error", /failed with an error of its own\. The source is stored\./],
    calls: [
      ["server_error", "unknown"],
      ["server_error", "unknown"],
    ],
  },
  "no answer in time": {
    host: [{ kind: "timeout" }],
    settings: { attemptTimeoutMs: 300 },
    state: "queued",
    again: 10,
    sees: ["timeout", /didn't begin to answer within 1 s\. The call may have been billed\./],
    calls: [["timeout", "unknown"]],
  },
  "a stream that is cut": {
    host: [{ kind: "cut" }],
    state: "queued",
    again: 10,
    sees: ["cut", /broke before the draft was complete, so none of it was used\. The call may have been/],
    calls: [["cut", "unknown"]],
  },
  "the account's spend limit": {
    host: [{ kind: "spend_limit" }],
    state: "held",
    sees: ["spend_limit", /is used up\. The source is stored\. Raise the limit there, then run it again\.$/],
    calls: [["spend_limit", "free"]],
  },
  "a key that is not accepted": {
    host: [{ kind: "bad_key" }],
    state: "failed",
    sees: ["bad_key", /didn't accept the key for claude-sonnet-5-5\. Check ANTHROPIC_API_KEY/],
    calls: [["bad_key", "free"]],
  },
  "a request that is refused as invalid": {
    host: [{ kind: "error", status: 400, type: "invalid_request_error", message: "prompt is too long" }],
    state: "failed",
    sees: ["bad_request", /refused the request .* It said: “prompt is too long” Repeating it can't help\./],
    calls: [["bad_request", "free"]],
  },
};

let stage: Stage;
let claude: ClaudeDouble;
let settings: LlmSettings;
let runId: string;
beforeEach(async () => {
  stage = await setStage();
});

/** A run for Claude is queued, and the host will do what the row says. */
async function prepare(host: ScriptedOutcome[]): Promise<void> {
  claude = await doubleForTest();
  claude.script(...host);
  settings = settingsFor(claude);
  const asked = await storeNotes({ ...stage, as: (key) => ({ ...stage.as(key), llm: settings }) });
  runId = asked.runId as string;
}

const perform = (special: Partial<LlmSettings> = {}) =>
  performRun(stage.system, claudeFor(stage, { ...settings, ...special }), runId);
const callsOf = () =>
  stage.store.raw
    .select()
    .from(modelCalls)
    .where(eq(modelCalls.runId, runId))
    .orderBy(asc(modelCalls.attempt), asc(modelCalls.startedAt));

describe.for(Object.entries(TABLE))("%s", ([, row]) => {
  const ends = row.state === "done" ? "ends in a draft" : `leaves the run ${row.state}`;
  it(`${ends}, costs ${row.calls.map(([, cost]) => cost).join(" + ")}, and loses nothing`, async () => {
    await prepare(row.host);
    await perform(row.settings);
    const run = await storedRun(stage, runId);
    expect(run).toMatchObject({ state: row.state, attempt: 1, leaseUntil: null });
    expectSeen(run.error, row);
    expectCalls(await callsOf(), row.calls);
    expect((await kindsOf(stage.store, runId)).at(-1)).toBe(EVENT_OF[run.state]);
    if (row.again) expectDue(row.again, run.dueAt);
    expect(await stage.store.raw.$count(drafts)).toBe(row.state === "done" ? 1 : 0);
    if (row.state === "done") return;

    if (row.again) stage.clock.advance(row.again * 1000);
    else await retryRun({ ...stage.as("ada"), llm: settings }, { runId });
    await perform();
    expect(await storedRun(stage, runId)).toMatchObject({ state: "done", attempt: 2, error: null });
    expect(await stage.store.raw.$count(drafts)).toBe(1);
    const calls = await callsOf();
    expect(calls.at(-1)).toMatchObject({ outcome: "answered", attempt: 2 });
    expect(calls).toHaveLength(row.calls.length + 1);
  });
});

const EVENT_OF: Partial<Record<RunState, string>> = {
  done: "run.done",
  queued: "run.delayed",
  failed: "run.failed",
  held: "run.held",
};

function expectSeen(error: unknown, { sees }: Row): void {
  if (!sees) return void expect(error).toBeNull();
  const [kind, sentence] = sees;
  expect(error).toMatchObject({ kind, sentence: expect.stringMatching(sentence) });
}

function expectDue(seconds: number, dueAt: Date): void {
  expect(dueAt.getTime() - stage.clock.now().getTime()).toBe(seconds * 1000);
  expect(stage.queue.entries.at(-1)).toEqual({ kind: "run", id: runId, dueAt });
}

const NOTE = {
  priced: /^claude-sonnet-5-5 since \d{4}-\d\d-\d\d/,
  free: /^Not billed: nothing was written\.$/,
  unknown: /^No usage was reported; the call may have been billed\.$|^Broke off .* at least \d+ µ\$/,
};

function expectCalls(calls: (typeof modelCalls.$inferSelect)[], expected: Call[]): void {
  expect(calls.map((call) => call.outcome)).toEqual(expected.map(([outcome]) => outcome));
  for (const [index, call] of calls.entries()) {
    const cost = expected[index]?.[1] ?? "unknown";
    expect(call).toMatchObject({ attempt: 1, model: "claude-sonnet-5-5", host: settings.host });
    expect(call.priceNote).toMatch(NOTE[cost]);
    if (cost === "free") expect(call.costMicros).toBe(0n);
    else if (cost === "unknown") expect(call.costMicros).toBeNull();
    else {
      const { input_tokens, output_tokens } = call.usage as { input_tokens: number; output_tokens: number };
      expect(call.costMicros).toBe(BigInt(2 * input_tokens + 10 * output_tokens));
    }
  }
}

describe("a host that stays away", () => {
  it("is asked five times, at growing distances, and then waits for a person", async () => {
    await prepare(Array.from({ length: 5 }, () => ({ kind: "rate_limit" }) as const));
    const waits: number[] = [];
    for (let tries = 1; tries < 5; tries++) {
      await perform();
      const { dueAt } = await storedRun(stage, runId);
      waits.push((dueAt.getTime() - stage.clock.now().getTime()) / 1000);
      stage.clock.set(dueAt.toISOString());
    }
    expect(waits).toEqual([10, 20, 40, 80]);
    await perform();
    expect(await storedRun(stage, runId)).toMatchObject({ state: "failed", attempt: 5 });
    expect(await callsOf()).toHaveLength(5);

    await retryRun({ ...stage.as("ada"), llm: settings }, { runId });
    claude.script({ kind: "rate_limit" });
    await perform();
    const { state, dueAt } = await storedRun(stage, runId);
    expect(state).toBe("queued");
    expectDue(10, dueAt);
  });
});

describe("a run that can't have Claude", () => {
  it("is written with the rules when a person asks for that, and sends nothing", async () => {
    await prepare([{ kind: "spend_limit" }]);
    await perform();
    await retryRun({ ...stage.as("ada"), llm: settings }, { runId, writer: "rules" });
    expect(await storedRun(stage, runId)).toMatchObject({ writer: "rules", host: null });
    expect(claude.requests).toHaveLength(1);
  });
});
