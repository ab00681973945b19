import { expect, it } from "vitest";
import { stepsOf } from "#components/intake/steps";
import type { RunProgress } from "#lib/runs/progress-queries";

const at = "2026-11-20T15:00:00.000Z";
const run: RunProgress = {
  id: "run_1",
  state: "writing",
  writer: "claude",
  model: "claude-sonnet-5-5",
  version: 2,
  createdAt: at,
  startedAt: at,
  checkingAt: null,
  endedAt: null,
  dueAt: at,
  error: null,
  draftId: null,
  tokensIn: 0,
  tokensOut: 0,
  costMicros: "0",
  part: null,
  maySteer: true,
};
const facts = { lines: 9, words: 90, seenBy: "everybody", createdAt: at };
const writing = (more: Partial<RunProgress>) =>
  stepsOf({ ...run, ...more }, facts, null, "America/Toronto")[1]?.detail;

it("says which part of a long source is being written, and in how many it was", () => {
  const part = { number: 2, of: 5 };
  expect(writing({})).toBe("claude-sonnet-5-5, version 2.");
  expect(writing({ part })).toBe("claude-sonnet-5-5, version 2. Part 2 of 5.");
  expect(writing({ part, state: "cancelled" })).toBe("claude-sonnet-5-5, version 2. Stopped in part 2 of 5.");
  const spent = { tokensIn: 1_000, tokensOut: 10, costMicros: "2100" };
  expect(writing({ part: { number: 5, of: 5 }, state: "checking", checkingAt: at, ...spent })).toBe(
    "claude-sonnet-5-5, version 2. In 5 parts. 1,000 tokens in, 10 out, $0.0021.",
  );
});
