import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { type Figures, figuresAsCsv } from "#lib/figures/formats";
import { netHours } from "#lib/figures/hours";

const HOURS = netHours(
  [
    {
      workflow: "meeting-notes",
      week: "",
      approved: 1,
      unedited: 1,
      rejected: 0,
      takenBack: 2,
      timed: 1,
      activeMs: 60_000,
      lowerMs: 60_000,
      medianMs: 60_000,
      upperMs: 60_000,
    },
  ],
  new Map([["meeting-notes", 30]]),
);

const FIGURES: Figures = {
  reviews: {
    period: { kind: "week", ago: 0, from: "2026-11-16", to: "2026-11-22" },
    hours: HOURS,
    hoursByWeek: [{ week: "2026-11-16", hours: HOURS }],
    rates: [{ week: "2026-11-16", decided: 0, approved: null, unedited: null }],
    marks: [],
    unedited: 1,
    edited: 0,
    rejected: 0,
    medianMs: null,
  },
  spend: { month: "November", day: 20, days: 30, elapsed: 0.65, lines: [], ofTeam: false },
  adoption: {
    monday: "2026-11-16",
    active: 1,
    people: [{ id: "usr_x", name: '=HYPERLINK("x")', days: ["decided"], decided: 1 }],
  },
  records: {
    opened: 2,
    closed: 1,
    standups: [{ teamId: "t", team: "+Sales", days: 5, expected: 5, wrote: 4 }],
  },
};

describe("figuresAsCsv", () => {
  const rows: Record<string, string>[] = parse(figuresAsCsv(FIGURES), { columns: true, bom: true });
  const figure = (part: string, name: string) =>
    rows.find((row) => row.Part === part && row.Figure === name)?.Value;

  it("has a row for each figure, negative ones too, and the word for what nobody knows", () => {
    expect(figure("Hours saved", "net")).toBe("-0.52");
    expect(figure("Drafts decided", "median review")).toBe("unknown");
    expect(figure("Rates", "approved")).toBe("unknown");
    expect(figure("Actions", "opened")).toBe("2");
    expect(new Set(rows.map(({ From }) => From))).toEqual(new Set(["2026-11-16"]));
  });

  it("lets no name be a formula", () => {
    expect(rows.filter(({ Part }) => Part === "Adoption").map(({ Of }) => Of)).toContain(`'=HYPERLINK("x")`);
    expect(rows.filter(({ Part }) => Part === "Stand-ups")[0]?.Of).toBe("'+Sales");
  });
});
