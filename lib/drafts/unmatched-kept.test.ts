import { expect, it } from "vitest";
import { unmatchedOf } from "#lib/drafts/unmatched-kept";
import type { Evidence } from "#lib/grounding/statement";
import { unmatchedSentences } from "#lib/grounding/unmatched";

const long = (word: string) =>
  Array.from(
    { length: 2_000 },
    (_, i) => `Line ${i} says that the ${word} is still open and needs a look.`,
  ).join("\n");

const place = (start: number, end: number): Evidence => ({
  ...{ statementId: "a1", sourceId: "src_1", version: 1, start, end },
  ...{ sentenceStart: start, sentenceEnd: end },
});

it("finds again what it found, and anew for other quotes, other texts and after many of them", () => {
  const text = long("merge");
  expect(text.length).toBeGreaterThan(100_000);
  const first = unmatchedOf(text, []);
  expect(unmatchedOf(text, [])).toBe(first);
  const line = { start: 0, end: text.indexOf("\n") };
  const quoted = unmatchedOf(text, [place(line.start, line.end)]);
  expect(quoted).toEqual(unmatchedSentences(text, [line]));
  expect(quoted).not.toEqual(first);
  for (let i = 0; i < 9; i++) unmatchedOf(long(`part ${i}`), []);
  expect(unmatchedOf(text, [])).toEqual(first);
});
