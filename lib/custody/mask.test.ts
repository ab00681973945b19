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

it("knows where words stand, and what touches what", () => {
  expect(placesOf("aa", "aaaa b aa")).toEqual([
    { start: 0, end: 2 },
    { start: 2, end: 4 },
    { start: 7, end: 9 },
  ]);
  expect(overlap({ start: 0, end: 4 }, { start: 3, end: 9 })).toBe(true);
  expect(overlap({ start: 0, end: 4 }, { start: 4, end: 9 })).toBe(false);
});
