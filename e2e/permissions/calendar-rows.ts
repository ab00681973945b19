import { all, only, type WorkspaceRow } from "#e2e/permissions/workspace-row";
import { CAST, type Stage } from "#e2e/support/cast";
import { endAbsence } from "#lib/calendar/end-absence";
import { importHolidays } from "#lib/calendar/import-holidays";
import { getPersonAway, listAbsences, listHolidays, listTimeZones } from "#lib/calendar/queries";
import { recordAbsence } from "#lib/calendar/record-absence";
import { removeHoliday } from "#lib/calendar/remove-holiday";

const DAYS = { fromOn: "2026-12-21", untilOn: "2026-12-24" };
const THEIRS = only(["admin", "leader", "lead"]);

/** When people are away, and the company's holidays. Chidi is in Dana's team. */
export const CALENDAR_VERBS: Record<string, WorkspaceRow> = {
  "recordAbsence: their own": {
    act: (ctx) => recordAbsence(ctx, { userId: ctx.actor.id, ...DAYS }),
    answers: all("yes"),
  },
  "recordAbsence: of somebody in Engineering": {
    act: (ctx) => recordAbsence(ctx, { userId: CAST.chidi.id, ...DAYS }),
    answers: THEIRS,
  },
  "endAbsence: of somebody in Engineering": {
    prepare: away,
    act: (ctx, absenceId) => endAbsence(ctx, { absenceId }),
    answers: THEIRS,
  },
  importHolidays: {
    act: (ctx) => importHolidays(ctx, { text: "2027-07-01 Canada Day" }),
    answers: only(["admin"]),
  },
  removeHoliday: {
    prepare: holiday,
    act: (ctx, holidayId) => removeHoliday(ctx, { holidayId }),
    answers: only(["admin"]),
  },
};

/** Queries of the same. An empty list counts as `gone`. */
export const CALENDAR_READS: Record<string, WorkspaceRow> = {
  "listAbsences: of somebody in Engineering": {
    prepare: away,
    act: (ctx) => listAbsences(ctx, CAST.chidi.id),
    answers: only(["admin", "leader", "lead"], "gone"),
  },
  getPersonAway: { act: (ctx) => getPersonAway(ctx, CAST.chidi.id), answers: all("yes") },
  listHolidays: {
    prepare: holiday,
    act: async (ctx) => (await listHolidays(ctx, {})).rows,
    answers: all("yes"),
  },
  listTimeZones: { act: listTimeZones, answers: all("yes") },
};

async function away(stage: Stage): Promise<string> {
  return (await recordAbsence(stage.as("ines"), { userId: CAST.chidi.id, ...DAYS })).absenceId;
}

async function holiday(stage: Stage): Promise<string> {
  await importHolidays(stage.as("ines"), { text: "2026-12-25 Christmas Day" });
  const { rows } = await listHolidays(stage.as("ines"), {});
  return rows[0]?.id ?? "";
}
