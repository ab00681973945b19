import { describe, expect, it } from "vitest";
import type { ScriptedOutcome } from "#e2e/doubles/claude-script";
import { ask, doubleForTest, failureOf, writerFor } from "#e2e/doubles/claude-writer";
import type { ModelCall } from "#lib/llm/model-call";
import type { ModelError } from "#lib/llm/model-error";

type Expected = {
  settings?: { attemptTimeoutMs: number };
  script: ScriptedOutcome[];
  kind: ModelError["kind"];
  retry: ModelError["retry"];
  sentence: RegExp;
  requests?: number;
  cost: "priced" | "free" | RegExp;
  stopReason?: string;
  after?: number;
};

const MAY_BE_BILLED = /^No usage was reported; the call may have been billed\.$/;
const BROKE_OFF = /^Broke off before the final count: at least \d+ µ\$ by claude-sonnet-5-5/;

describe("a failure", () => {
  const failures: [string, Expected][] = [
    [
      "a refusal",
      {
        script: [{ kind: "refusal", explanation: "It asks for malware." }],
        kind: "refusal",
        retry: "person",
        sentence: /declined to write this draft\. It said: “It asks for malware\.” The call was billed\./,
        cost: "priced",
        stopReason: "refusal",
      },
    ],
    [
      "a truncation",
      {
        script: [{ kind: "truncation" }],
        kind: "truncated",
        retry: "person",
        sentence: /ran out of room .* Split the source in two\./,
        cost: "priced",
        stopReason: "max_tokens",
      },
    ],
    [
      "an answer that is no JSON",
      {
        script: [{ kind: "malformed" }],
        kind: "malformed",
        retry: "person",
        sentence: /can't be read as a draft/,
        cost: "priced",
      },
    ],
    [
      "JSON of another form",
      {
        script: [{ kind: "answer", proposal: { summary: "none" } }],
        kind: "malformed",
        retry: "person",
        sentence: /can't be read as a draft/,
        cost: "priced",
      },
    ],
    [
      "a stop that asks for a tool",
      {
        script: [{ kind: "text", text: "{}", stopReason: "tool_use" }],
        kind: "malformed",
        retry: "person",
        sentence: /can't be read/,
        cost: "priced",
        stopReason: "tool_use",
      },
    ],
    [
      "a rate limit of an hour",
      {
        script: [{ kind: "rate_limit", retryAfter: 3600 }],
        kind: "rate_limited",
        retry: "later",
        sentence: /takes no more requests for now\. The source is stored\. It can be tried again in 60 min\./,
        cost: "free",
        after: 3600,
      },
    ],
    [
      "a rate limit until a time of day",
      {
        script: [{ kind: "rate_limit", retryAfter: "Fri, 20 Nov 2026 15:00:30 GMT" }],
        kind: "rate_limited",
        retry: "later",
        sentence: /tried again in 30 s\./,
        cost: "free",
        after: 30,
      },
    ],
    [
      "a spend limit",
      {
        script: [{ kind: "spend_limit" }],
        kind: "spend_limit",
        retry: "person",
        sentence: /spend limit or credit .* is used up\. .* Raise the limit there/,
        cost: "free",
      },
    ],
    [
      "an overload that lasts",
      {
        script: [{ kind: "overloaded" }, { kind: "overloaded" }],
        kind: "overloaded",
        retry: "later",
        sentence: /is overloaded\. The source is stored\. It can be tried again later\./,
        requests: 2,
        cost: "free",
      },
    ],
    [
      "an overload with a time to wait",
      {
        script: [{ kind: "overloaded", retryAfter: 45 }],
        kind: "overloaded",
        retry: "later",
        sentence: /tried again in 45 s\./,
        cost: "free",
        after: 45,
      },
    ],
    [
      "a server error that lasts",
      {
        script: [{ kind: "server_error" }, { kind: "server_error" }],
        kind: "server_error",
        retry: "later",
        sentence: /failed with an error of its own/,
        requests: 2,
        cost: MAY_BE_BILLED,
      },
    ],
    [
      "silence",
      {
        script: [{ kind: "timeout" }],
        settings: { attemptTimeoutMs: 300 },
        kind: "timeout",
        retry: "later",
        sentence: /didn't begin to answer within 1 s\. The call may/,
        cost: MAY_BE_BILLED,
      },
    ],
    [
      "a cut stream",
      {
        script: [{ kind: "cut" }],
        kind: "cut",
        retry: "later",
        sentence: /The connection to .* broke before the draft was complete/,
        cost: BROKE_OFF,
      },
    ],
    [
      "a connection dropped before the answer",
      {
        script: [{ kind: "hang_up" }],
        kind: "cut",
        retry: "later",
        sentence: /broke before/,
        cost: MAY_BE_BILLED,
      },
    ],
    [
      "an overload in the middle of the stream",
      {
        script: [{ kind: "stream_error" }],
        kind: "overloaded",
        retry: "later",
        sentence: /is overloaded/,
        cost: BROKE_OFF,
      },
    ],
    [
      "a server error in the middle of the stream",
      {
        script: [{ kind: "stream_error", type: "api_error" }],
        kind: "server_error",
        retry: "later",
        sentence: /error of its own/,
        cost: BROKE_OFF,
      },
    ],
    [
      "a key that was withdrawn",
      {
        script: [{ kind: "bad_key" }],
        kind: "bad_key",
        retry: "person",
        sentence: /didn't accept the key .* Check ANTHROPIC_API_KEY/,
        cost: "free",
      },
    ],
  ];

  it.each(failures)("by %s is typed, recorded and explained", async (_what, expected) => {
    const claude = await doubleForTest();
    claude.script(...expected.script);
    const writer = writerFor(claude, { settings: expected.settings });
    const error = await failureOf(writer.propose(ask));
    expect(error).toMatchObject({
      kind: expected.kind,
      retry: expected.retry,
      retryAfterSeconds: expected.after ?? null,
    });
    expect(error.sentence).toMatch(expected.sentence);
    expect(error.message).toBe(error.sentence);
    expect(claude.requests).toHaveLength(expected.requests ?? 1);
    expect(writer.calls).toHaveLength(expected.requests ?? 1);
    for (const call of writer.calls) expectCost(call, expected);
  });

  function expectCost(call: ModelCall, expected: Expected) {
    expect(call).toMatchObject({
      outcome: expected.kind,
      stopReason: expected.stopReason ?? call.stopReason,
    });
    if (expected.cost === "priced") {
      const { input_tokens, output_tokens } = call.usage as { input_tokens: number; output_tokens: number };
      expect(call.costMicros).toBe(BigInt(2 * input_tokens + 10 * output_tokens));
    } else if (expected.cost === "free") {
      expect(call).toMatchObject({
        costMicros: 0n,
        usage: null,
        priceNote: "Not billed: nothing was written.",
      });
    } else {
      expect(call.costMicros).toBeNull();
      expect(call.priceNote).toMatch(expected.cost);
      expect(call.usage === null).toBe(expected.cost === MAY_BE_BILLED);
    }
  }
});
