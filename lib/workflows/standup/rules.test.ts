import { describe, expect, it } from "vitest";
import { factsOf } from "#lib/format/standup-facts";
import { ground } from "#lib/grounding/ground";
import type { SourceText } from "#lib/grounding/statement";
import type { StandupBrief, WriterInput } from "#lib/workflows/define";
import { writeStandup } from "#lib/workflows/standup/rules";
import { standup } from "#lib/workflows/standup/workflow";

const source = (id: string, text: string, speaker?: string): SourceText => ({
  id,
  version: 1,
  title: id,
  text,
  heldOn: "2026-11-20",
  timeZone: "America/Toronto",
  attendees: [],
  ...(speaker && { speaker }),
});

/** The day of a team: what each wrote, null where they wrote nothing. */
function dayOf(words: Record<string, string | null>, before: StandupBrief["before"] = []): WriterInput {
  const texts: SourceText[] = [];
  const people = Object.entries(words).map(([name, text]) => {
    if (text !== null) texts.push(source(name, text, name));
    return { id: `usr_${name}`, name, sources: text === null ? [] : [texts.length], away: null, late: false };
  });
  const brief: StandupBrief = { team: "Platform", day: "2026-11-20", people, before, open: [], teams: [] };
  const roster = Object.keys(words).map((name) => ({
    id: `usr_${name}`,
    name,
    email: null,
    aliases: [],
    handles: [],
  }));
  return { sources: [source("facts", factsOf(brief)), ...texts], roster, standup: brief };
}

const read = (input: WriterInput, section: string) => {
  const { statements } = ground(input, writeStandup(input), standup.sections);
  return statements
    .filter((statement) => statement.section === section)
    .map(
      ({ text, person, kept, trace }) =>
        `${person?.name ?? "-"}: ${text}${kept && trace !== "untraced" ? "" : " (?)"}`,
    );
};

describe("a digest by the rules", () => {
  const input = dayOf(
    {
      Dana: "Yesterday: finished the import. Today: release 2.3. Blockers: waiting on Bo for the certificate",
      Bo: "- Done: renewed the lease\n- Next: the certificate\n- Blocked: no",
      Kavya: null,
    },
    [
      { name: "Dana", next: ["Finish the import", "Write the release notes"] },
      { name: "Kavya", next: ["Call the vendor"] },
    ],
  );

  it("has the blockers with whose they are, each where its quote stands", () => {
    expect(read(input, "blockers")).toEqual(["Dana: Waiting on Bo for the certificate"]);
    const { evidence, statements } = ground(input, writeStandup(input), standup.sections);
    expect(statements.find(({ section }) => section === "blockers")?.person).toMatchObject({
      name: "Dana",
      basis: "stated",
    });
    expect(evidence.find(({ statementId }) => statementId.startsWith("b"))).toMatchObject({
      sourceId: "Dana",
      start: 62,
    });
  });

  it("has progress, and a line for each who wrote, in their own words", () => {
    expect(read(input, "progress")).toEqual(["-: Dana: Finished the import", "-: Bo: Renewed the lease"]);
    expect(read(input, "lines")).toEqual(["Dana: Release 2.3", "Bo: The certificate"]);
  });

  it("counts as progress what no heading says is done, where it begins so", () => {
    const day = dayOf({
      Dana: "- shipped v2.3 to staging\n- next: load tests",
      Bo: "- release v2.4\n- closing the books",
    });
    expect(read(day, "progress")).toEqual(["-: Dana: Shipped v2.3 to staging"]);
  });

  it("has a line even for whoever wrote next to nothing", () => {
    const day = dayOf({
      Dana: "fixed it, no blockers",
      Bo: "No blockers",
      Kavya: "Morning all!\nwaiting on legal",
    });
    expect(read(day, "lines")).toEqual([
      "Dana: Fixed it, no blockers",
      "Bo: No blockers",
      "Kavya: Waiting on legal",
    ]);
  });

  it("says what became of what was planned, and nothing of those who wrote nothing", () => {
    expect(read(input, "changes")).toEqual([
      "Dana: Not mentioned: Write the release notes",
      "Dana: Done as planned: Finished the import",
    ]);
    expect(JSON.stringify(writeStandup(input))).not.toContain("Kavya");
  });

  it("keeps the same blocker of two people apart", () => {
    const both = dayOf({ Dana: "Blockers: the build is red", Bo: "Blockers: the build is red" });
    expect(read(both, "blockers")).toEqual(["Dana: The build is red", "Bo: The build is red"]);
  });
});

describe("contradictions", () => {
  it.each([
    [
      "Today: tests, still can't merge the export\nBlockers: none",
      ["Dana: Says that nothing is in the way, and: Tests, still can't merge the export"],
    ],
    [
      "No blockers. Waiting for the review of the export.",
      ["Dana: Says that nothing is in the way, and: Waiting for the review of the export"],
    ],
    [
      "Done: finished the pricing page\nNext: finish the pricing page and the footer",
      ["Dana: Says “Finished the pricing page”, and is still at it: Finish the pricing page and the footer"],
    ],
  ])("are found in %j", (text, expected) =>
    expect(read(dayOf({ Dana: text }), "contradictions")).toEqual(expected),
  );

  it.each([
    "Done: worked on the pricing page\nNext: finish the pricing page",
    "Done: finished the pricing page\nNext: the footer",
    "Blocked: no\nDone: merged what was waiting for review",
    "Blockers: waiting for the certificate\nToday: tests",
  ])("are none in %j", (text) => expect(read(dayOf({ Dana: text }), "contradictions")).toEqual([]));
});
