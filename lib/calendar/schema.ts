import { z } from "zod";
import { readHolidayLines } from "#lib/calendar/holiday-lines";
import { daysBetween } from "#lib/format/dates";
import { Cursor, Day, Id, Words } from "#lib/inputs/schema";
import { TimeZone } from "#lib/users/schema";

/** What somebody may have recorded ahead, now included. */
export const MOST_ABSENCES = 60;

/** A stretch of days on which somebody is away, both ends included. */
export const RecordAbsence = z
  .object({ userId: Id, fromOn: Day, untilOn: Day })
  .refine(({ fromOn, untilOn }) => fromOn <= untilOn, {
    message: "The last day is before the first.",
    path: ["untilOn"],
  })
  .refine(({ fromOn, untilOn }) => fromOn > untilOn || daysBetween(fromOn, untilOn) <= 730, {
    message: "Record at most two years at once.",
    path: ["untilOn"],
  });
export type RecordAbsence = z.input<typeof RecordAbsence>;

export const EndAbsence = z.object({ absenceId: Id });
export type EndAbsence = z.input<typeof EndAbsence>;

/** A list of holidays as people paste it, and the zones of the people it is for; none: everybody. */
export const ImportHolidays = z.object({
  text: Words.max(20_000, "Paste at most 20,000 characters.").transform((text, check) => {
    const { holidays, wrong } = readHolidayLines(text);
    if (wrong !== null)
      check.addIssue({
        code: "custom",
        message: `Write each line like “2027-07-01 Canada Day”. This is none: “${wrong}”.`,
      });
    else if (holidays.length === 0) check.addIssue({ code: "custom", message: "Give at least one day." });
    else if (holidays.length > 400) check.addIssue({ code: "custom", message: "Give at most 400 days." });
    return holidays;
  }),
  timeZones: z.array(TimeZone).max(50, "Choose at most 50 time zones.").default([]),
});
export type ImportHolidays = z.input<typeof ImportHolidays>;

export const RemoveHoliday = z.object({ holidayId: Id });
export type RemoveHoliday = z.input<typeof RemoveHoliday>;

export const HolidayFilter = z.object({ cursor: Cursor.optional() });
export type HolidayFilter = z.input<typeof HolidayFilter>;
