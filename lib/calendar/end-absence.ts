import { eq } from "drizzle-orm";
import { absences } from "#drizzle/schema/schema";
import { canRecordAbsence } from "#lib/calendar/policy";
import { findPersonAway } from "#lib/calendar/queries";
import { EndAbsence } from "#lib/calendar/schema";
import type { Stretch } from "#lib/calendar/work-days";
import type { Tx } from "#lib/db/store";
import { AppError } from "#lib/errors";
import type { UserCtx } from "#lib/events/context";
import { transact } from "#lib/events/transact";
import { addDays, type Day, localDay } from "#lib/format/dates";

/**
 * Says that somebody is back: what has begun ends with the day before today by their calendar, what is to come goes away.
 * `conflict` where it has ended meanwhile.
 */
export async function endAbsence(ctx: UserCtx, input: EndAbsence): Promise<void> {
  const { absenceId } = EndAbsence.parse(input);
  await transact(ctx, async ({ tx, record }) => {
    // Held, so that of two the second finds what the first did.
    const [absence] = await tx.select().from(absences).where(eq(absences.id, absenceId)).for("update");
    if (!absence) throw new AppError("not_found", "This is not recorded any more. Load the page again.");
    const person = await findPersonAway(tx, absence.userId);
    if (!canRecordAbsence(ctx.actor, person))
      throw new AppError("forbidden", "Only they, the leads of their teams, leaders and admins change this.");
    const today = localDay(ctx.now(), person.timeZone);
    if (absence.untilOn < today) throw new AppError("conflict", "This has ended already.");
    await cut(tx, absence, today);
    record({ kind: "absence.ended", subjectId: person.id, data: { absenceId } });
  });
}

async function cut(tx: Tx, { id, fromOn }: Stretch & { id: string }, today: Day): Promise<void> {
  const theirs = eq(absences.id, id);
  if (fromOn >= today) await tx.delete(absences).where(theirs);
  else
    await tx
      .update(absences)
      .set({ untilOn: addDays(today, -1) })
      .where(theirs);
}
