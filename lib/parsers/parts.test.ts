import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { estimateTokens } from "#lib/format/tokens";
import { cutIntoParts } from "#lib/parsers/parts";

const turns = Array.from(
  { length: 400 },
  (_, n) => `10:${String(n % 60).padStart(2, "0")} Dana: Point ${n} is about the tablet.`,
);

describe("a text cut into parts", () => {
  it("is one part where it fits", () => {
    expect(cutIntoParts("Dana: Yes.", 100)).toEqual([{ start: 0, end: 10 }]);
    expect(cutIntoParts("", 100)).toEqual([{ start: 0, end: 0 }]);
  });

  it("is cut before a turn, and the next part has the last few turns again", () => {
    const text = turns.join("\n");
    const parts = cutIntoParts(text, 1500);
    expect(parts.length).toBeGreaterThan(2);
    for (const [n, { start, end }] of parts.entries()) {
      expect(text.slice(start)).toMatch(/^10:\d\d Dana/);
      if (end < text.length) expect(text[end - 1]).toBe("\n");
      const before = parts[n - 1];
      if (before) expect(before.end - start).toBeGreaterThan(100);
    }
  });

  it("is cut between paragraphs rather than between lines", () => {
    const paragraph = `${"A line of the notes.\n".repeat(20)}\n`;
    const text = paragraph.repeat(12);
    const [first] = cutIntoParts(text, 500);
    expect(text.slice(0, first!.end).endsWith("\n\n")).toBe(true);
  });

  it("is cut after a sentence where there are no lines, and between words where there are no sentences", () => {
    const sentences = "This is a sentence about nothing. ".repeat(200);
    const [first] = cutIntoParts(sentences, 500);
    expect(sentences.slice(0, first!.end).endsWith(". ")).toBe(true);
    const words = "word ".repeat(2000);
    expect(words.slice(0, cutIntoParts(words, 500)[0]!.end).endsWith(" ")).toBe(true);
  });

  it("loses nothing, goes on and keeps to its room, whatever the text is", () => {
    const piece = fc.constantFrom("a", "b ", "\n", "\n\n", "Dana: ", "é", "😀", ". ", "10:03 ", "漢字", "\r");
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 400 }), fc.integer({ min: 3, max: 80 }), (pieces, room) => {
        const text = pieces.join("");
        const parts = cutIntoParts(text, room);
        expect(parts[0]?.start).toBe(0);
        expect(parts.at(-1)?.end).toBe(text.length);
        for (const [n, { start, end }] of parts.entries()) {
          expect(estimateTokens(text.slice(start, end))).toBeLessThanOrEqual(room + 1);
          const before = parts[n - 1];
          if (before) {
            expect(start).toBeGreaterThan(before.start);
            expect(start).toBeLessThanOrEqual(before.end);
            expect(end).toBeGreaterThan(before.end);
          }
          expect(text.slice(start, end).isWellFormed()).toBe(true);
        }
      }),
    );
  });
});
