import { setImmediate } from "node:timers/promises";
import { expect, it } from "vitest";
import { unmatchedOf } from "#lib/drafts/unmatched-kept";
import type { Evidence } from "#lib/grounding/statement";
import { unmatchedSentences } from "#lib/grounding/unmatched";

const long = (word: string, lines = 2_000) =>
  Array.from(
    { length: lines },
    (_, i) => `Line ${i} says that the ${word} is still open and needs a look.`,
  ).join("\n");

const place = (start: number, end: number): Evidence => ({
  ...{ statementId: "a1", sourceId: "src_1", version: 1, start, end },
  ...{ sentenceStart: start, sentenceEnd: end },
});

it("finds what a long text says that no quote touches, also when asked again", async () => {
  const text = long("merge");
  expect(text.length).toBeGreaterThan(100_000);
  const first = await unmatchedOf(text, []);
  expect(first).toEqual(unmatchedSentences(text, []));
  const line = { start: 0, end: text.indexOf("\n") };
  const quoted = await unmatchedOf(text, [place(line.start, line.end)]);
  expect(quoted).toEqual(unmatchedSentences(text, [line]));
  expect(quoted).not.toEqual(first);
  for (let i = 0; i < 9; i++) await unmatchedOf(long(`part ${i}`), []);
  expect(await unmatchedOf(text, [])).toEqual(first);
});

it("leaves others their turn while it reads two megabytes", async () => {
  const text = long("price", 32_000);
  expect(text.length).toBeGreaterThan(2_000_000);
  let turns = 0;
  let over = false;
  const found = unmatchedOf(text, []).finally(() => {
    over = true;
  });
  for (; !over; turns++) await setImmediate();
  expect(turns).toBeGreaterThan(5);
  expect(await found).toHaveLength(500);
});
