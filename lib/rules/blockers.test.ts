import { describe, expect, it } from "vitest";
import { findBlockers, saysNoBlockers } from "#lib/rules/blockers";

const quotes = (text: string) => findBlockers(text).map(({ quote }) => quote);

describe("blockers", () => {
  it("are what a field for them holds, whatever its words", () => {
    expect(findBlockers("- Done: tests\n- Blocked: due to CI\n- Next: release")).toEqual([
      { quote: "due to CI", start: 25, end: 34, implicit: false, waitsFor: "" },
    ]);
    expect(quotes("Blockers:\n- jury duty\n- the certificate\n\nToday:\n- tests")).toEqual([
      "jury duty",
      "the certificate",
    ]);
  });

  it("are found in prose, whose they are and whom they wait for", () => {
    expect(
      findBlockers("Wrote the tests. Still waiting on Dana for the certificate. Lunch at noon."),
    ).toEqual([
      {
        quote: "Still waiting on Dana for the certificate.",
        start: 17,
        end: 59,
        implicit: true,
        waitsFor: "Dana",
      },
    ]);
  });

  it("of one person are not taken back by another's “none”", () => {
    expect(quotes("Dana: waiting for the review of the export\nBo: fixed the lift, no blockers")).toEqual([
      "waiting for the review of the export",
    ]);
  });

  it("are an entry of at most sixty words", () => {
    const [blocker] = findBlockers(`Blockers: ${"word ".repeat(200)}`);
    expect(blocker!.quote.split(" ")).toHaveLength(60);
  });

  it.each([
    ["- Blocked: no"],
    ["Blockers: none 🎉"],
    ["Blockers: N/A"],
    ["**Blockers**\n-"],
    ["Any blockers?\nNope, all good!"],
    ["Fixed the lift, no blockers."],
    ["Nothing blocking me today"],
  ])("are none in %j", (text) => {
    expect(quotes(text)).toEqual([]);
  });

  it("are entries, without what stands below them about them, and without mere titles", () => {
    expect(
      quotes(
        "Blocked:\n- The key of the API ran out\n  - Impact: mobile\n- Reviews:\n  - #12\n  - #13\n- Tests\n  - nobody runs them",
      ),
    ).toEqual(["The key of the API ran out", "#12", "#13", "nobody runs them"]);
  });

  it("are none where a field denies, whatever else is said", () => {
    expect(quotes("Today: tests, still can't merge the export\nBlockers: none")).toEqual([]);
    expect(quotes("Blockers: none\nHelp needed: a review of #12")).toEqual([]);
    expect(quotes("No blockers. Still can't merge the export.")).toEqual(["Still can't merge the export."]);
  });

  it.each([
    ["Waiting on Dana for the key", "Dana"],
    ["waiting for @dana.weiss to answer", "@dana.weiss"],
    ["still no answer from the design team", "design team"],
    ["blocked by legal", "legal"],
    ["Dana's review is missing", "Dana"],
    ["Waiting until Monday", ""],
    ["need more time", ""],
  ])("of %j wait for %j", (said, waitsFor) => {
    expect(findBlockers(`Blockers: ${said}`)[0]!.waitsFor).toBe(waitsFor);
  });

  it("are denied in so many words", () => {
    expect(saysNoBlockers("Y: a T: b B: none")).toBe(true);
    expect(saysNoBlockers("Tests today, no blockers.")).toBe(true);
    expect(saysNoBlockers("Blockers: no VPN access")).toBe(false);
    expect(saysNoBlockers("Wrote the tests.")).toBe(false);
  });
});

describe("hostile texts", () => {
  const long = 2_000_000;
  it.each([
    ["one line", "a ".repeat(long / 2)],
    ["one word", "a".repeat(long)],
    ["white space", " ".repeat(long)],
    ["bars", "|".repeat(long)],
    ["colons", "B: ".repeat(long / 3)],
    ["stars", "*".repeat(long)],
    ["pictures", "🚧".repeat(long / 2)],
    ["negations", "no ".repeat(long / 3)],
    ["fields", "Blocked: x\n".repeat(long / 11)],
    ["names", "Dana: can't merge until it\n".repeat(long / 27)],
    ["wrapped lines", "- a\n  b".repeat(long / 7)],
    ["breaks", "\n".repeat(long)],
    ["waits", "can't wait for ".repeat(long / 15)],
    ["frames that never close", `${"nobody has the way to only need a, ".repeat(17)}\n`.repeat(long / 600)],
    ["phrases that are nearly labels", "What is still. Where what: ".repeat(long / 27)],
    [
      "entries ever deeper",
      Array.from({ length: 2000 }, (_, i) => `${" ".repeat(i)}- waiting on x\n`).join(""),
    ],
    ["quotation marks", '"is down '.repeat(long / 9)],
    ["rows", "| Name | Blockers |\n|--|--|\n".repeat(long / 28)],
  ])("of %s are read in linear time", (_, text) => {
    const begin = performance.now();
    findBlockers(text);
    saysNoBlockers(text);
    expect(performance.now() - begin).toBeLessThan(30_000);
  });
});
