import { expect, it } from "vitest";
import { markLines } from "#components/review/marks";
import { parseLines } from "#lib/parsers/turns";

const text = "10:04 Ada: Fine, then that’s decided.\n\n10:09 Dana: Yes, I’ll run it. By Wednesday.";

function place(statementId: string, quote: string) {
  const start = text.indexOf(quote);
  return { statementId, start, end: start + quote.length };
}

function shown(...args: Parameters<typeof markLines>) {
  return markLines(...args).map((line) =>
    line.pieces.map((piece) => ({
      words: text.slice(piece.start, piece.end),
      by: piece.quotedBy.join(),
      ends: piece.endOf.join(),
    })),
  );
}

it("cuts a line where a quote begins and ends, and leaves out who spoke", () => {
  const [first] = shown(parseLines(text), [place("s1", "then that’s")], []);
  expect(first).toEqual([
    { words: "Fine, ", by: "", ends: "" },
    { words: "then that’s", by: "s1", ends: "s1" },
    { words: " decided.", by: "", ends: "" },
  ]);
});

it("keeps two statements that quote the same words apart by where each ends", () => {
  const [first] = shown(
    parseLines(text),
    [place("s1", "Fine, then that’s decided."), place("s2", "Fine, then")],
    [],
  );
  expect(first).toEqual([
    { words: "Fine, then", by: "s1,s2", ends: "s2" },
    { words: " that’s decided.", by: "s1", ends: "s1" },
  ]);
});

it("draws a quote over several lines on each of them, with its number on the last", () => {
  const start = text.indexOf("decided");
  const rows = shown(parseLines(text), [{ statementId: "s1", start, end: text.indexOf(". By") }], []);
  expect(rows[0]?.at(-1)).toEqual({ words: "decided.", by: "s1", ends: "" });
  expect(rows[2]?.[0]).toEqual({ words: "Yes, I’ll run it", by: "s1", ends: "s1" });
});

it("marks an unmatched sentence, unless a statement quotes its words by now", () => {
  const sentence = { ...place("", "By Wednesday."), hint: "promise" as const };
  const lines = parseLines(text);
  expect(markLines(lines, [], [sentence])[2]?.pieces.at(-1)?.unmatched?.hint).toBe("promise");
  expect(
    markLines(lines, [place("s1", "By Wednesday.")], [sentence])[2]?.pieces.at(-1)?.unmatched,
  ).toBeNull();
});

it("is linear: 20,000 lines with as many quotes take no longer than a person waits", () => {
  const long = "I will do it today.\n".repeat(20_000);
  const lines = parseLines(long);
  const evidence = lines.map((line, i) => ({ statementId: `s${i}`, start: line.start, end: line.end }));
  const began = performance.now();
  expect(markLines(lines, evidence, [])[19_999]?.used).toBe(true);
  expect(performance.now() - began).toBeLessThan(3000);
});
