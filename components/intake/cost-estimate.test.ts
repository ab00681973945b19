import { expect, it } from "vitest";
import { estimateWords } from "#components/intake/cost-estimate";

const ON = new Date("2026-11-20T12:00:00Z");
const sonnet = { model: "claude-sonnet-5-5", local: false, contextTokens: 200_000, maxTokens: 32_000 };

it("says about what a draft will cost, that it is an estimate, and how sure it is", () => {
  expect(estimateWords("word ".repeat(9_000), sonnet, ON)).toBe(
    "The draft will cost about $0.05, from $0.04 to $0.08. An estimate for about 12,858 tokens; the run shows what it came to.",
  );
  expect(estimateWords("word ".repeat(300_000), sonnet, ON)).toContain("tokens, written in 3 parts;");
});

it("says where no price is known", () => {
  expect(estimateWords("Some notes.", { ...sonnet, model: "qwen3:14b", local: true }, ON)).toBe(
    "What the draft costs is not known: there is no price for qwen3:14b here. About 4 tokens.",
  );
});

it("never says that it costs nothing", () => {
  expect(estimateWords("Some notes.", { ...sonnet, model: "claude-haiku-5-5" }, ON)).toContain(
    "will cost less than $0.01. An",
  );
});
