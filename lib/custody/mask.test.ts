import fc from "fast-check";
import { expect, it } from "vitest";
import { mask, overlap, placesOf } from "#lib/custody/mask";

it("blacks words out wherever they stand, and keeps line breaks", () => {
  expect(mask("Kim calls. Kim\npays.", "Kim")).toBe("███ calls. ███\npays.");
  expect(mask("the raise\nof Kim", "raise\nof")).toBe("the █████\n██ Kim");
});

it("keeps the length of any text, and leaves none of the words", () => {
  fc.assert(
    fc.property(fc.string(), fc.string({ minLength: 2 }), fc.string(), (before, words, after) => {
      const text = `${before}${words}${after}`;
      const masked = mask(text, words);
      expect(masked).toHaveLength(text.length);
      if (!/[█\n]/.test(words)) expect(placesOf(words, masked)).toEqual([]);
    }),
  );
});

it("finds words in whatever signs their letters are written", () => {
  for (const [words, text] of [
    ["Café Hollis", "Cafe\u0301 Hollis"],
    ["Cafe\u0301 Hollis", "CAFÉ\nHollis"],
    ["oﬃce fit-out", "office ﬁt‑out"],
    ["the office", "the of\u00ADfice"],
    ["Ångström", "A\u030Angstro\u0308m"],
    ["\u212Bngström", "Ångström"],
    ["한글", "한글".normalize("NFD")],
    ["wait… no", "wait... no"],
    ["(50%) [x]", "(50%) [x]"],
  ] as const) {
    expect(placesOf(words, `So: ${text}.`)).toEqual([{ start: 4, end: 4 + text.length }]);
    expect(placesOf(words, "So: nothing of it.")).toEqual([]);
  }
});

it("takes no longer for gaps with signs in them that are not seen", () => {
  const gap = " \u200B".repeat(40);
  expect(placesOf(`a${gap}b`, `a${" ".repeat(5000)}c`)).toEqual([]);
});

it("finds words again in every form of Unicode", () => {
  const text = fc.string({ unit: "grapheme", minLength: 2 }).filter((words) => words.trim().length > 1);
  const form = fc.constantFrom("NFC", "NFD", "NFKC", "NFKD");
  fc.assert(
    fc.property(text, form, (words, as) => {
      const written = words.normalize(as);
      expect(placesOf(words, written).length).toBeGreaterThan(0);
    }),
  );
});

it("knows where words stand, and what touches what", () => {
  expect(placesOf("aa", "aaaa b aa")).toEqual([
    { start: 0, end: 2 },
    { start: 2, end: 4 },
    { start: 7, end: 9 },
  ]);
  expect(overlap({ start: 0, end: 4 }, { start: 3, end: 9 })).toBe(true);
  expect(overlap({ start: 0, end: 4 }, { start: 4, end: 9 })).toBe(false);
});
