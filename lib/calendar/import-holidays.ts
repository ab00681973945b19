import { holidays } from "#drizzle/schema/schema";
import { canChangeHolidays } from "#lib/calendar/policy";
import { ImportHolidays } from "#lib/calendar/schema";
import { newId } from "#lib/db/ids";
import { AppError } from "#lib/errors";
import type { UserCtx } from "#lib/events/context";
import { transact } from "#lib/events/transact";

/**
 * Takes a pasted list of days on which nobody works, or nobody in some time zones. What is there under the same day and
 * name stays as it is; `conflict` where all of it is.
 */
export async function importHolidays(ctx: UserCtx, input: ImportHolidays): Promise<{ added: number }> {
  if (!canChangeHolidays(ctx.actor)) throw new AppError("forbidden", "Only admins change the holidays.");
  const { text: given, timeZones } = ImportHolidays.parse(input);
  return transact(ctx, async ({ tx, record }) => {
    const rows = given.map((holiday) => ({
      id: newId("hol", ctx.now()),
      ...holiday,
      timeZones: [...new Set(timeZones)],
      createdAt: ctx.now(),
    }));
    const added = await tx.insert(holidays).values(rows).onConflictDoNothing().returning({ id: holidays.id });
    if (added.length === 0) throw new AppError("conflict", "All of these days are on the list already.");
    record({ kind: "holiday.added", subjectId: "workspace", data: { days: added.length } });
    return { added: added.length };
  });
}
