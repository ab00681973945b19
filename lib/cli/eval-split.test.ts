import { expect, it } from "vitest";
import { partOf } from "#lib/cli/eval-split";

const texts = Array.from({ length: 1000 }, (_, n) => ({ id: `board/${n}`, community: "board" }));

it("keeps two texts in five back, the same ones each time", () => {
  const kept = texts.filter((text) => partOf(text, []) === "kept back");
  expect(kept.length).toBeGreaterThan(350);
  expect(kept.length).toBeLessThan(450);
  expect(texts.filter((text) => partOf(text, []) === "kept back")).toEqual(kept);
});

it("keeps every text of a community back that is named", () => {
  expect(texts.every((text) => partOf(text, ["other", "board"]) === "kept back")).toBe(true);
});
