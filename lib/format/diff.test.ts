import { array, assert, constantFrom, property, string } from "fast-check";
import { describe, expect, it } from "vitest";
import { type Change, differ, diffWords } from "#lib/format/diff";

const before = (changes: Change[]) =>
  changes
    .filter((c) => c.kind !== "added")
    .map((c) => c.text)
    .join("");
const after = (changes: Change[]) =>
  changes
    .filter((c) => c.kind !== "removed")
    .map((c) => c.text)
    .join("");

describe("diffWords", () => {
  it("shows an amount as one replacement, sign included", () => {
    expect(diffWords("That comes to $1,900 a month.", "That comes to $1,740 a month.")).toEqual([
      { kind: "same", text: "That comes to " },
      { kind: "removed", text: "$1,900" },
      { kind: "added", text: "$1,740" },
      { kind: "same", text: " a month." },
    ]);
  });

  it("keeps a word whose full stop moved", () => {
    expect(diffWords("no annotations.", "no annotations and no photos.")).toEqual([
      { kind: "same", text: "no annotations" },
      { kind: "added", text: " and no photos" },
      { kind: "same", text: "." },
    ]);
  });

  it("reads a replaced phrase as one phrase", () => {
    expect(diffWords("fails on small screens today", "fails on 3 GB tablets today")).toEqual([
      { kind: "same", text: "fails on " },
      { kind: "removed", text: "small screens" },
      { kind: "added", text: "3 GB tablets" },
      { kind: "same", text: " today" },
    ]);
  });

  it("has nothing to say about equal and empty texts", () => {
    expect(diffWords("Hi Marta,", "Hi Marta,")).toEqual([{ kind: "same", text: "Hi Marta," }]);
    expect(diffWords("", "")).toEqual([]);
    expect(diffWords("", "Bo")).toEqual([{ kind: "added", text: "Bo" }]);
  });

  it("spells both texts again, whatever they are", async () => {
    const words = array(constantFrom("a", "b", "$1", " ", "\n", ".", "é", "—")).map((list) => list.join(""));
    const spells = (a: string, b: string) => {
      const changes = diffWords(a, b);
      expect([before(changes), after(changes)]).toEqual([a, b]);
    };
    await assert(property(words, words, spells), { numRuns: 300 });
    await assert(property(string(), string(), spells));
  });

  it("answers at once for two long texts that share nothing but their ends", () => {
    const long = (word: string) => `Start ${`${word} `.repeat(20_000)}end`;
    const started = process.cpuUsage();
    const changes = diffWords(long("one"), long("two"));
    expect(process.cpuUsage(started).user / 1000).toBeLessThan(1000);
    expect(changes.map((c) => c.kind)).toEqual(["same", "removed", "added", "same"]);
  });
});

describe("differ", () => {
  it("looks past white space only", () => {
    expect(differ("two  words", "two words")).toBe(false);
    expect(differ("two words", "two words.")).toBe(true);
  });
});
