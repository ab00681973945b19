import { beforeAll, describe, expect, it } from "vitest";
import { CAST, ENGINEERING, type Stage, setStage } from "#e2e/support/cast";
import { seedFigures } from "#e2e/support/figures";
import { setBaseline } from "#lib/budgets/set-baseline";
import { getAdoption } from "#lib/figures/people-queries";
import { getRecordFigures } from "#lib/figures/record-queries";
import { getReviewing } from "#lib/figures/review-queries";
import { type FigureRow, listFigureRows } from "#lib/figures/row-queries";
import type { FigureRowsOf } from "#lib/figures/schema";
import { getSpend } from "#lib/figures/spend-queries";
import type { Calendar } from "#lib/users/calendar";

const CALENDAR: Calendar = { timeZone: "America/Toronto", today: "2026-11-20" };
const FILTERS = [
  { period: "week", ago: 0 },
  { period: "month", ago: 1 },
  { period: "quarter", ago: 0, teamId: ENGINEERING.id },
] as const;

let stage: Stage;
beforeAll(async () => {
  stage = await setStage("2026-11-20T18:00:00Z");
  await seedFigures(stage, { drafts: 260, days: 100 });
  await setBaseline(stage.as("ada"), { workflow: "meeting-notes", version: 0, minutes: 25 });
}, 120_000);

/** How many rows all pages of a figure show; its own count says the same. */
async function rowsOf(asked: FigureRowsOf): Promise<FigureRow[]> {
  const rows: FigureRow[] = [];
  let cursor: string | undefined;
  let count = 0;
  do {
    const read = await listFigureRows(stage.as("ada"), { ...asked, cursor }, CALENDAR);
    rows.push(...read.page.rows);
    count = read.count;
    cursor = read.page.next ?? undefined;
  } while (cursor);
  expect(new Set(rows.map(({ id }) => id)).size).toBe(count);
  return rows;
}

describe.each(FILTERS)("the rows behind the figures of a $period, $ago before", (filter) => {
  const count = async (of: FigureRowsOf["of"], narrowed = {}) =>
    (await rowsOf({ ...filter, of, ...narrowed })).length;

  it("are as many decisions as are counted", async () => {
    const { unedited, edited, rejected, hours } = await getReviewing(stage.as("ada"), filter, CALENDAR);
    expect(unedited + edited).toBeGreaterThan(0);
    expect(await count("unedited")).toBe(unedited);
    expect(await count("edited")).toBe(edited);
    expect(await count("approved")).toBe(unedited + edited);
    expect(await count("rejected")).toBe(rejected);
    expect(await count("decided")).toBe(unedited + edited + rejected);
    expect(await count("measured")).toBe(hours.timed);
    expect(await count("byHand")).toBe(hours.approved);
    expect(await count("timed")).toBeGreaterThanOrEqual(hours.timed);
  });

  it("are as many actions as are counted", async () => {
    const { opened, closed } = await getRecordFigures(stage.as("ada"), filter, CALENDAR);
    expect(opened).toBeGreaterThan(0);
    expect(await count("opened")).toBe(opened);
    expect(await count("done")).toBe(closed);
  });

  it("are each person's decisions, and a source on each day that says they sent one alone", async () => {
    const { people } = await getAdoption(stage.as("ada"), filter, CALENDAR);
    for (const { id, decided, days } of people) {
      expect(await count("decided", { who: id })).toBe(decided);
      const sent = days.filter((day) => day === "sent").length;
      expect(await count("sent", { who: id })).toBeGreaterThanOrEqual(sent);
    }
  });

  it("are the runs of each workflow, which cost together what is shown", async () => {
    const { lines } = await getSpend(stage.as("ada"), filter, CALENDAR);
    expect(lines.length).toBeGreaterThan(0);
    for (const { workflow, micros, unknown } of lines) {
      const runs = await rowsOf({ ...filter, of: "spend", workflow });
      expect(runs.reduce((sum, row) => sum + (row.micros ?? 0), 0)).toBe(micros);
      expect(runs.reduce((sum, row) => sum + (row.unknown ?? 0), 0)).toBe(unknown);
    }
  });
});

describe("listFigureRows", () => {
  it("names no run and no draft that isn't shared", async () => {
    const runs = await rowsOf({ period: "quarter", of: "spend" });
    const hidden = runs.filter(({ title }) => title === null);
    expect(hidden.length).toBeGreaterThan(0);
    expect(hidden.every(({ href, by }) => href === null && by === null)).toBe(true);
  });

  it("tells decisions that hours are counted from from those of workflows nobody knows the work of", async () => {
    const counted = (await rowsOf({ period: "quarter", of: "measured" })).length;
    expect(counted).toBeGreaterThan(0);
    expect((await rowsOf({ period: "quarter", of: "timed" })).length).toBeGreaterThan(counted);
  });

  it("is for leaders and admins", async () => {
    const read = listFigureRows(stage.as("bo"), { of: "decided", who: CAST.bo.id }, CALENDAR);
    await expect(read).rejects.toMatchObject({ code: "forbidden" });
  });
});
