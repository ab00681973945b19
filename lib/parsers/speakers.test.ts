import { describe, expect, it } from "vitest";
import { splitBySpeaker } from "#lib/parsers/speakers";

const read = (text: string) =>
  splitBySpeaker(text).map(({ name, start, end }) => [name, text.slice(start, end).trim()]);

describe("a whole team's stand-up", () => {
  it.each([
    ["Dana: fixed it, no blockers\nBo Tran: waiting for Dana"],
    ["- Dana: fixed it, no blockers\n- Bo Tran: waiting for Dana"],
    ["**Dana:** fixed it, no blockers\n**Bo Tran:** waiting for Dana"],
    ["Dana — fixed it, no blockers\nBo Tran — waiting for Dana"],
    ["### Dana\n\nfixed it, no blockers\n\n### Bo Tran\nwaiting for Dana"],
    ["*Dana*\nfixed it, no blockers\n*Bo Tran*\nwaiting for Dana"],
    ["Dana  9:03 AM\nfixed it, no blockers\nBo Tran  9:05 AM\nwaiting for Dana"],
    ["Daily of Friday\n\nDana\n- fixed it, no blockers\n\nBo Tran\n- waiting for Dana"],
  ])("is cut where names open %j", (text) => {
    const said = read(text).map(([name, words]) => [name, words!.replace(/^- /, "")]);
    expect(said).toEqual([
      ["Dana", "fixed it, no blockers"],
      ["Bo Tran", "waiting for Dana"],
    ]);
  });

  it("is cut at handles, and at the rows of a table", () => {
    expect(read("@dana\n - Done: a\n - Blocked: no\n@bo.tran (late)\n - Done: b")).toEqual([
      ["dana", "- Done: a\n - Blocked: no"],
      ["bo.tran", "- Done: b"],
    ]);
    expect(
      read(
        "| Name | Yesterday | Blockers |\n|---|---|---|\n| Dana | fixed it | none |\n| Bo | tests | the certificate |",
      ),
    ).toEqual([
      ["Dana", "fixed it | none"],
      ["Bo", "tests | the certificate"],
    ]);
  });

  it("is of those who say something, and ends where another topic begins", () => {
    const text =
      "# Weekly\n- **Attendees:**\n  - @dana\n  - @bo\n\n## Agenda\n- Are you still blocked?\n\n## Notes\n\n@dana\n- Done: a\n- Blocked:\n\n@bo\n- Blocked: b\n\n## Decisions\n- Dana leads";
    expect(read(text)).toEqual([
      ["dana", "- Done: a\n- Blocked:"],
      ["bo", "- Blocked: b"],
    ]);
  });

  it.each([
    ["Yesterday: fixed it\nToday: tests\nBlockers: none"],
    ["@dana\n- Done: fixed it\n- Next: tests"],
    ["## Backend\n- fixed it\n## Frontend\n- tests"],
    ["Fixed it. Waiting for Bo."],
    [""],
  ])("is not what one person wrote in %j", (text) => expect(read(text)).toEqual([]));
});
