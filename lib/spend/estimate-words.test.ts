import { expect, it } from "vitest";
import { estimateCost, sumEstimates } from "#lib/spend/estimate";
import { estimateWords } from "#lib/spend/estimate-words";

const ON = new Date("2026-11-20T12:00:00Z");
const sonnet = { model: "claude-sonnet-5-5", local: false, contextTokens: 200_000, maxTokens: 32_000 };
const draft = { what: "the draft" };
const said = (text: string, llm = sonnet) => estimateWords(estimateCost(text, llm, ON), llm.model, draft);

it("says about what a draft will cost, that it is an estimate, and how sure it is", () => {
  expect(said("word ".repeat(9_000))).toBe(
    "The draft will cost about $0.05, from $0.04 to $0.08. An estimate for about 12,858 tokens; the run shows what it came to.",
  );
  expect(said("word ".repeat(300_000))).toContain("tokens, written in 3 parts;");
});

it("says what several drafts will cost together", () => {
  const one = estimateCost("word ".repeat(9_000), sonnet, ON);
  const all = { what: "the 3 drafts", runs: 3 };
  expect(estimateWords(sumEstimates([one, one, one]), sonnet.model, all)).toMatch(
    /^The 3 drafts will cost about \$0\.15, .* for about 38,574 tokens; each run shows what it came to\.$/,
  );
});

it("says where no price is known", () => {
  expect(said("Some notes.", { ...sonnet, model: "qwen3:14b", local: true })).toBe(
    "The cost of the draft is not known: there is no price for qwen3:14b here. About 4 tokens.",
  );
});

it("never says that it costs nothing", () => {
  expect(said("Some notes.", { ...sonnet, model: "claude-haiku-5-5" })).toContain(
    "will cost less than $0.01. An",
  );
});
