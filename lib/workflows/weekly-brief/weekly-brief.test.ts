import { describe, expect, it } from "vitest";
import { ground } from "#lib/grounding/ground";
import { briefPage } from "#lib/workflows/weekly-brief/brief-page";
import { Brief } from "#lib/workflows/weekly-brief/draft";
import { weeklyBriefPrompt } from "#lib/workflows/weekly-brief/prompt";
import { writeWeeklyBrief } from "#lib/workflows/weekly-brief/rules";
import { sampleInput, sampleProposal } from "#lib/workflows/weekly-brief/sample";
import { weeklyBrief } from "#lib/workflows/weekly-brief/workflow";

const grounded = (brief: Brief) => ground(sampleInput, brief, weeklyBrief.sections).statements;

describe("a brief by the rules", () => {
  const statements = grounded(writeWeeklyBrief(sampleInput));

  it("says each fact as it stands, and every sentence has its line", () => {
    expect(statements.map(({ section }) => section)).toEqual([
      "headline",
      ...["needs", "needs", "needs"],
      ...["week", "week", "week"],
      "wins",
    ]);
    expect(
      statements.filter(({ trace, kept, flags }) => trace !== "stated" || !kept || flags.length > 0),
    ).toEqual([]);
  });

  it("is a short page", () => {
    const page = briefPage("Weekly brief, 16–22 Nov", statements);
    expect(page.match(/^## .*$/gm)).toEqual(["## Needs attention", "## The week", "## Went well"]);
    expect(page.split(/\s+/).length).toBeLessThan(200);
  });

  it("leaves out what nobody kept, and its heading", () => {
    const page = briefPage(
      "Weekly brief",
      statements.map((one) => ({ ...one, kept: one.section === "headline" })),
    );
    expect(page).toMatch(/^# Weekly brief\n\nTwo blockers.*\.\n$/);
  });
});

describe("a brief by the model", () => {
  it("has a figure marked that its line does not have", () => {
    const [week] = grounded(Brief.parse(sampleProposal)).filter(({ section }) => section === "week");
    expect(week).toMatchObject({ kept: false, flags: expect.arrayContaining(["figure"]) });
  });

  it("is asked for with the facts in the document alone", () => {
    const { system, documents, ask } = weeklyBriefPrompt(sampleInput);
    expect(documents).toEqual([{ title: "What is known of the week", text: sampleInput.sources[0].text }]);
    expect(system + ask).not.toContain("Jonas");
  });
});
