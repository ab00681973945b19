import { zodOutputFormat } from "@anthropic-ai/sdk/helpers/zod";
import { describe, expect, it } from "vitest";
import { estimateTokens } from "#lib/format/tokens";
import { estimateCost, OVERHEAD_TOKENS, sumEstimates } from "#lib/spend/estimate";
import { MeetingNotes } from "#lib/workflows/meeting-notes/draft";
import { meetingNotesPrompt } from "#lib/workflows/meeting-notes/prompt";
import { sampleSource } from "#lib/workflows/meeting-notes/sample";

const ON = new Date("2026-11-20T12:00:00Z");
const sonnet = { model: "claude-sonnet-5-5", local: false, contextTokens: 200_000, maxTokens: 32_000 };
const words = (count: number) => "word ".repeat(count);

describe("the estimate of a draft's cost", () => {
  it("counts on what goes along with a text", () => {
    const { system, ask } = meetingNotesPrompt({ sources: [sampleSource], roster: [] });
    const schema = JSON.stringify(zodOutputFormat(MeetingNotes).schema);
    const along = [system, ask, schema].reduce((sum, text) => sum + estimateTokens(text), 0);
    expect(Math.abs(along - OVERHEAD_TOKENS)).toBeLessThan(OVERHEAD_TOKENS * 0.3);
  });

  it("is a few cents for an hour's talk, between what little and what much to write would cost", () => {
    const { parts, tokens, micros } = estimateCost(words(9_000), sonnet, ON);
    expect(parts).toBe(1);
    expect(tokens).toBe(Math.ceil(45_000 / 3.5));
    // (12,858 + 3,000) · $2 + (500 + 10 % of 12,858) · $10, per million.
    expect(micros?.likely).toBe(49_576n);
    expect(micros!.low < micros!.likely && micros!.likely < micros!.high).toBe(true);
  });

  it("counts what goes along with each part of a long text, and the price of so long a prompt", () => {
    const long = estimateCost(words(300_000), sonnet, ON);
    expect(long.parts).toBe(3);
    const haiku = { ...sonnet, model: "claude-haiku-5-5" };
    const [dear, cheap] = [estimateCost(words(110_000), haiku, ON), estimateCost(words(50_000), haiku, ON)];
    expect(Number(dear.micros!.likely) / Number(cheap.micros!.likely)).toBeGreaterThan(5);
  });

  it("is unknown, and never nothing, where no price is known", () => {
    expect(estimateCost(words(10), { ...sonnet, model: "claude-sonnet-9" }, ON).micros).toBeNull();
    expect(estimateCost(words(10), { ...sonnet, local: true }, ON).micros).toBeNull();
  });

  it("counts what is asked besides, and the little that one statement takes", () => {
    const whole = estimateCost(words(9_000), sonnet, ON);
    const again = estimateCost(words(9_000), sonnet, ON, { along: words(400) });
    const one = estimateCost(words(9_000), sonnet, ON, { along: words(10), writes: "statement" });
    expect(again.micros!.likely > whole.micros!.likely).toBe(true);
    expect(one.micros!.high < whole.micros!.likely).toBe(true);
  });

  it("adds up over several drafts, and is unknown where that of one is", () => {
    const one = estimateCost(words(9_000), sonnet, ON);
    const both = sumEstimates([one, one]);
    expect(both).toMatchObject({ parts: 2, tokens: one.tokens * 2, micros: { likely: 99_152n } });
    expect(sumEstimates([one, { ...one, micros: null }]).micros).toBeNull();
  });
});
