import { describe, expect, it } from "vitest";
import { readUpdateParts } from "#lib/parsers/update-parts";

const read = (text: string) => readUpdateParts(text).map(({ part, text: said }) => `${part}: ${said}`);
const MEANT = [
  "done: fixed the login",
  "done: wrote tests",
  "next: release 2.3",
  "blockers: waiting for the certificate",
];

describe("the parts of an update", () => {
  it.each([
    [
      "- Done:\n  - fixed the login\n  - wrote tests\n- Next:\n  - release 2.3\n- Blocked:\n  - waiting for the certificate",
    ],
    [
      "Yesterday:\nfixed the login\nwrote tests\n\nToday:\nrelease 2.3\n\nBlockers:\nwaiting for the certificate",
    ],
    [
      "### ✅ Yesterday\n\n- fixed the login\n- wrote tests\n\n### 🎯 Today\n\n- [ ] release 2.3\n\n### 🚧 Impediments\n\n- waiting for the certificate",
    ],
    [
      "*Yesterday*\n• fixed the login\n• wrote tests\n*Today*\n• release 2.3\n*Blockers:* waiting for the certificate",
    ],
    [
      "What did you do yesterday?\nfixed the login\nwrote tests\nWhat will you do today?\nrelease 2.3\nAnything blocking your progress?\nwaiting for the certificate",
    ],
    [
      "| Yesterday | Today | Blockers |\n|---|---|---|\n| fixed the login<br>wrote tests | release 2.3 | waiting for the certificate |",
    ],
    ["1. fixed the login\n   - wrote tests\n2. release 2.3\n3. waiting for the certificate"],
    ["Y: fixed the login\nY: wrote tests\nT: release 2.3\nB: waiting for the certificate"],
    ["✅ fixed the login\n✅ wrote tests\n🔜 release 2.3\n⛔ waiting for the certificate"],
  ])("are read from %j", (text) => expect(read(text)).toEqual(MEANT));

  it("are read from one line", () => {
    expect(read("Y: fixed the login T: release 2.3 B: none")).toEqual([
      "done: fixed the login",
      "next: release 2.3",
      "blockers: none",
    ]);
    expect(read("Yesterday - fixed the login. Today - release 2.3. Blockers - none")).toEqual([
      "done: fixed the login.",
      "next: release 2.3.",
      "blockers: none",
    ]);
  });

  it("stand where the offsets say", () => {
    const text = "**Done**\r\n- fixed\n\n**Blockers:** none 🎉";
    for (const { text: said, start, end } of readUpdateParts(text)) expect(text.slice(start, end)).toBe(said);
  });

  it("end with their list, and with the next person", () => {
    expect(read("- Blocked: no\n- Lunch is at twelve")).toEqual([
      "blockers: no",
      "other: Lunch is at twelve",
    ]);
    expect(read("@dana\n- Blocked:\n  - CI\n@bo\n- fixed it")).toEqual(["blockers: CI", "other: fixed it"]);
  });

  it("hold an entry that was wrapped", () => {
    expect(read("- Blocked:\n  - the move to the new library, which\n    somebody outside is doing")).toEqual(
      ["blockers: the move to the new library, which\n    somebody outside is doing"],
    );
  });

  it("of a text without labels are its lines", () => {
    expect(read("Fixed the login.\n\nOpen issue with Bo")).toEqual([
      "other: Fixed the login.",
      "other: Open issue with Bo",
    ]);
    expect(readUpdateParts("")).toEqual([]);
  });
});

describe("a field", () => {
  it("for those whom its writer keeps waiting is none of what is in their way", () => {
    expect(read("- Blocked by: legal\n- Blocking: design")).toEqual(["blockers: legal", "other: design"]);
    expect(read("- Blocking: the key")).toEqual(["blockers: the key"]);
  });

  it("within a section leaves the section open", () => {
    expect(
      read("### Blockers\n- **Issue:** the key\n  - **Impact:** mobile\n- the scale\n### Links"),
    ).toEqual(["blockers: the key", "blockers: **Impact:** mobile", "blockers: the scale"]);
  });

  it("that says it is empty holds nothing of what follows it", () => {
    expect(read("Blockers: none\nSee you tomorrow")).toEqual(["blockers: none", "other: See you tomorrow"]);
  });
});
