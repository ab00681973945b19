import { expect, it } from "vitest";
import { ask } from "#e2e/doubles/claude-writer";
import { rulesWriter } from "#lib/llm/rules-writer";

const found = {
  summary: [],
  decisions: [],
  actions: [{ text: "Call Dana.", quote: "Call Dana", person: "", due: "" }],
};

it("returns what the rules find and never builds a prompt", async () => {
  const prompt = () => {
    throw new Error("There is no model to ask.");
  };
  expect(await rulesWriter.propose({ ...ask, prompt, rules: () => found })).toBe(found);
});

it("rejects with what the rules throw", async () => {
  const rules = () => {
    throw new Error("A line is too long.");
  };
  await expect(rulesWriter.propose({ ...ask, rules })).rejects.toThrow("A line is too long.");
});
