import { describe, expect, it } from "vitest";
import { ask, doubleForTest, failureOf, writerFor } from "#e2e/doubles/claude-writer";
import type { WriterProgress } from "#lib/llm/claude";

const BROKE_OFF = /^Broke off before the final count: at least \d+ µ\$ by claude-sonnet-5-5/;

describe("a failure", () => {
  it("that passes costs no draft: one more attempt is made, and both are recorded", async () => {
    const claude = await doubleForTest();
    claude.script({ kind: "server_error" });
    const writer = writerFor(claude);
    expect((await writer.propose(ask)).decisions).toHaveLength(1);
    expect(writer.calls.map((call) => [call.outcome, call.requestId])).toEqual([
      ["server_error", "req_double_000001"],
      ["answered", "req_double_000002"],
    ]);
  });

  it("by a stream that falls silent ends at the deadline, with what is known of its usage", async () => {
    const claude = await doubleForTest();
    claude.script({ kind: "stall" });
    const writer = writerFor(claude, { settings: { timeoutMs: 700 } });
    const error = await failureOf(writer.propose(ask));
    expect(error).toMatchObject({ kind: "timeout", retry: "later" });
    expect(error.sentence).toMatch(/didn't finish within 1 s\. The call may have been billed\./);
    expect(writer.calls[0]).toMatchObject({
      outcome: "timeout",
      costMicros: null,
      priceNote: expect.stringMatching(BROKE_OFF),
    });
    expect(writer.calls[0]?.usage).toMatchObject({ output_tokens: 1 });
  });

  it("by the caller's signal is a cancellation, in the middle of an answer or before it", async () => {
    const said = { text: "x".repeat(900), quote: "", person: "", due: "" };
    const claude = await doubleForTest({ answer: () => ({ summary: [], decisions: [], actions: [said] }) });
    claude.script({ kind: "stall" });
    const stop = new AbortController();
    const onProgress = ({ phase }: WriterProgress) => phase === "writing" && stop.abort();
    const writer = writerFor(claude, { writer: { signal: stop.signal, onProgress } });
    const error = await failureOf(writer.propose(ask));
    expect(error).toMatchObject({ kind: "cancelled", retry: "person" });
    expect(error.sentence).toMatch(
      /^The run was stopped before claude-sonnet-5-5 had finished\. The call may have been billed\./,
    );
    expect(writer.calls.map((call) => call.outcome)).toEqual(["cancelled"]);
    expect((await failureOf(writer.propose(ask))).kind).toBe("cancelled");
    expect(writer.calls).toHaveLength(1);
    expect(claude.requests).toHaveLength(1);
  });

  it("before the first word is a cancellation or a timeout, by who ended it", async () => {
    const claude = await doubleForTest();
    claude.script({ kind: "timeout" }, { kind: "timeout" });
    const patient = { attemptTimeoutMs: 3_000, timeoutMs: 3_000 };
    const signal = AbortSignal.timeout(100);
    const stopped = writerFor(claude, { settings: patient, writer: { signal } });
    expect((await failureOf(stopped.propose(ask))).kind).toBe("cancelled");
    const late = writerFor(claude, { settings: { ...patient, timeoutMs: 200 } });
    const error = await failureOf(late.propose(ask));
    expect(error.kind).toBe("timeout");
    expect(error.sentence).toMatch(/didn't begin to answer within 1 s\./);
    const unknown = {
      costMicros: null,
      usage: null,
      priceNote: expect.stringContaining("may have been billed"),
    };
    expect(stopped.calls).toMatchObject([{ outcome: "cancelled", ...unknown }]);
    expect(late.calls).toMatchObject([{ outcome: "timeout", ...unknown }]);
  });

  it("to connect is told apart from a broken connection, and costs nothing", async () => {
    const claude = await doubleForTest();
    await claude.close();
    const writer = writerFor(claude);
    const error = await failureOf(writer.propose(ask));
    expect(error).toMatchObject({ kind: "unreachable", retry: "later", requestId: null });
    expect(error.sentence).toMatch(/^No connection to 127\.0\.0\.1:\d+ could be made, so nothing was sent\./);
    expect(writer.calls.map((call) => [call.outcome, call.costMicros])).toEqual([
      ["unreachable", 0n],
      ["unreachable", 0n],
    ]);
  });

  it.each([
    ["a wrong key", { writer: { apiKey: "wrong-key" } }, "bad_key", "person", /didn't accept the key/],
    [
      "an unknown model",
      { env: { COUNTERSIGN_MODEL: "claude-sonnet-9" } },
      "bad_request",
      "never",
      /“model: claude-sonnet-9” Repeating it can't help/,
    ],
    [
      "too much room",
      { settings: { maxTokens: 200_000 } },
      "bad_request",
      "never",
      /“max_tokens: 200000 > 128000”/,
    ],
  ] as const)("by %s is not repeated", async (_what, setup, kind, retry, sentence) => {
    const claude = await doubleForTest();
    const writer = writerFor(claude, setup);
    const error = await failureOf(writer.propose(ask));
    expect(error).toMatchObject({ kind, retry, requestId: "req_double_000001" });
    expect(error.sentence).toMatch(sentence);
    expect(error.sentence).not.toContain("wrong-key");
    expect(claude.requests).toHaveLength(1);
    expect(writer.calls).toMatchObject([{ outcome: kind, costMicros: 0n }]);
  });

  it.each([
    [{ status: 400, type: "invalid_request_error", message: "prompt is too long" }, "bad_request", "never"],
    [{ status: 402, type: "billing_error", message: "Payment required" }, "spend_limit", "person"],
    [
      { status: 400, type: "billing_error", message: "Your credit balance is too low" },
      "spend_limit",
      "person",
    ],
    [{ status: 403, type: "permission_error", message: "Not allowed" }, "bad_key", "person"],
    [
      { status: 413, type: "request_too_large", message: "Request exceeds the maximum size" },
      "bad_request",
      "never",
    ],
    [
      { status: 429, type: "rate_limit_error", message: "Ramp", code: "ramp_limit_exceeded", retryAfter: 20 },
      "rate_limited",
      "later",
    ],
    [
      { status: 429, type: "rate_limit_error", message: "Contract", code: "contract_spend_limit_reached" },
      "spend_limit",
      "person",
    ],
    [{ status: 504, type: "timeout_error", message: "Gateway", retryAfter: 9 }, "server_error", "later"],
    [{ status: 503, type: "api_error", message: "Soon", retryAfter: 9 }, "server_error", "later"],
  ] as const)("of the API's own, %o, is sent once and sorted into its kind", async (error, kind, retry) => {
    const claude = await doubleForTest();
    claude.script({ kind: "error", ...error });
    expect(await failureOf(writerFor(claude).propose(ask))).toMatchObject({ kind, retry });
    expect(claude.requests).toHaveLength(1);
  });

  it("never repeats the key, nor more than a line of what the host says", async () => {
    const claude = await doubleForTest();
    const message = `Bad request by test-key:\n${"very ".repeat(100)}long`;
    claude.script({ kind: "error", status: 400, type: "invalid_request_error", message });
    const { sentence } = await failureOf(writerFor(claude).propose(ask));
    expect(sentence).toContain("“Bad request by •••: very very");
    expect(sentence.length).toBeLessThan(400);
  });
});
