import { expect, it } from "vitest";
import { initialsOf } from "#lib/format/initials";

it("takes the first and the last word of a name", () => {
  expect(initialsOf("Ada Lindqvist")).toBe("AL");
  expect(initialsOf("Hugo de la Marchetti")).toBe("HM");
  expect(initialsOf("  bo   tran ")).toBe("BT");
});

it("copes with one word, other scripts, signs and no name", () => {
  expect(initialsOf("Bo")).toBe("B");
  expect(initialsOf("Émile Åberg")).toBe("ÉÅ");
  expect(initialsOf("𐐨𐐩 Ines")).toBe("𐐀I");
  expect(initialsOf("Dana (support) Weiss")).toBe("DW");
  expect(initialsOf(" – ")).toBe("?");
});
