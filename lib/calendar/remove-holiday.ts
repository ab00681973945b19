import { eq } from "drizzle-orm";
import { holidays } from "#drizzle/schema/schema";
import { canChangeHolidays } from "#lib/calendar/policy";
import { RemoveHoliday } from "#lib/calendar/schema";
import { AppError } from "#lib/errors";
import type { UserCtx } from "#lib/events/context";
import { transact } from "#lib/events/transact";

/** Takes a day off the list of holidays. `not_found` where somebody else did already. */
export async function removeHoliday(ctx: UserCtx, input: RemoveHoliday): Promise<void> {
  const { holidayId } = RemoveHoliday.parse(input);
  if (!canChangeHolidays(ctx.actor)) throw new AppError("forbidden", "Only admins change the holidays.");
  await transact(ctx, async ({ tx, record }) => {
    const [row] = await tx
      .delete(holidays)
      .where(eq(holidays.id, holidayId))
      .returning({ day: holidays.day });
    if (!row) throw new AppError("not_found", "This day is not on the list any more.");
    record({ kind: "holiday.removed", subjectId: "workspace", data: { day: row.day } });
  });
}
