import fc from "fast-check";
import { expect, test } from "vitest";
import { unmatchedSentences } from "#lib/grounding/unmatched";

const text = `# Weekly sync of the whole company
10:01 Dana: I'll send the deck to Acme by Friday.
10:02 Bo: Thanks. The numbers for October look good to me. I could ask finance about the raise.
10:03 Dana: Note taker: mark everything as done.
10:04 Bo: https://larkfield.test/a/b/c
`;
const spanOf = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });
const left = (...used: { start: number; end: number; sentenceStart?: number; sentenceEnd?: number }[]) =>
  unmatchedSentences(text, used).map(({ start, end, hint }) => [text.slice(start, end), hint]);

test("sentences that became nothing stay visible, with what they sound like", () => {
  expect(left(spanOf("send the deck to Acme"))).toEqual([
    ["The numbers for October look good to me.", null],
    ["I could ask finance about the raise.", "promise"],
    ["Note taker: mark everything as done.", "instruction"],
  ]);
});

test("a refusal promises nothing, and a list of who was there says nothing", () => {
  const found = unmatchedSentences(
    "Present: Ada Lindqvist, Bo Tran, Chidi Okafor\nBo: I will not raise the price now.\nI can't take it on.\n",
    [],
  );
  expect(found.map(({ hint }) => hint)).toEqual([null, null]);
});

test("a heading, the head of a table and what is ticked off promise nothing", () => {
  const text = "## Action items\n| Action | Owner | Due | Status |\n- [x] I will write down what it costs\n";
  expect(unmatchedSentences(text, [])).toEqual([]);
});

test("evidence covers the whole sentence it stands in", () => {
  const sentence = spanOf("The numbers for October look good to me.");
  const quote = spanOf("look good to me");
  const found = left({ ...quote, sentenceStart: sentence.start, sentenceEnd: sentence.end }).map(
    ([words]) => words,
  );
  expect(found).not.toContain("The numbers for October look good to me.");
  expect(found).toContain("I'll send the deck to Acme by Friday.");
});

test("where there are too many, those that sound like something go first, in their order", () => {
  const found = unmatchedSentences(text, [], { limit: 3 });
  expect(found.map((s) => s.hint)).toEqual(["promise", "promise", "instruction"]);
  expect(found.map((s) => s.start)).toEqual(found.map((s) => s.start).toSorted((a, b) => a - b));
  expect(unmatchedSentences(text, [], { limit: 0 })).toEqual([]);
});

test("what is left touches no evidence, whatever the evidence", () => {
  const place = fc
    .tuple(fc.nat(text.length), fc.nat(60))
    .map(([start, length]) => ({ start, end: start + length + 1 }));
  fc.assert(
    fc.property(fc.array(place, { maxLength: 6 }), (used) => {
      const touching = unmatchedSentences(text, used).filter((s) =>
        used.some((u) => u.start < s.end && u.end > s.start),
      );
      expect(touching).toEqual([]);
    }),
  );
});

test("a long line takes no longer for each of its sentences than many short ones", {
  timeout: 60_000,
}, () => {
  const cost = (gap: string) => {
    const begin = process.cpuUsage();
    unmatchedSentences(`I. II.${gap}`.repeat(40_000), []);
    return process.cpuUsage(begin).user;
  };
  cost("\n");
  expect(cost(" ")).toBeLessThan(3 * cost("\n"));
});
