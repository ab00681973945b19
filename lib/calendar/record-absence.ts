import { and, asc, eq, gte } from "drizzle-orm";
import { absences, users } from "#drizzle/schema/schema";
import { canRecordAbsence } from "#lib/calendar/policy";
import { findPersonAway, type PersonAway } from "#lib/calendar/queries";
import { MOST_ABSENCES, RecordAbsence } from "#lib/calendar/schema";
import type { Stretch } from "#lib/calendar/work-days";
import { newId } from "#lib/db/ids";
import type { Tx } from "#lib/db/store";
import { AppError } from "#lib/errors";
import type { UserCtx } from "#lib/events/context";
import { transact } from "#lib/events/transact";
import { formatFullDay, localDay } from "#lib/format/dates";

/**
 * Puts down that somebody is away from one day of theirs to another. No reason is asked for. `invalid` where it is over
 * already, `conflict` where they are away then by another line.
 */
export async function recordAbsence(ctx: UserCtx, input: RecordAbsence): Promise<{ absenceId: string }> {
  const { userId, ...stretch } = RecordAbsence.parse(input);
  return transact(ctx, async ({ tx, record }) => {
    const person = await findPersonAway(tx, userId);
    if (!canRecordAbsence(ctx.actor, person))
      throw new AppError("forbidden", "Only they, the leads of their teams, leaders and admins change this.");
    await refuseUnlessFree(ctx, tx, person, stretch);
    const absenceId = newId("abs", ctx.now());
    await tx.insert(absences).values({ id: absenceId, userId, ...stretch, createdAt: ctx.now() });
    record({ kind: "absence.recorded", subjectId: userId, data: { absenceId } });
    return { absenceId };
  });
}

async function refuseUnlessFree(ctx: UserCtx, tx: Tx, person: PersonAway, stretch: Stretch): Promise<void> {
  const today = localDay(ctx.now(), person.timeZone);
  if (stretch.untilOn < today) throw new AppError("invalid", "These days are over. Choose days to come.");
  // Held, so that of two that lie over each other the second finds the first.
  await tx.select({ id: users.id }).from(users).where(eq(users.id, person.id)).for("no key update");
  const recorded = await tx
    .select({ fromOn: absences.fromOn, untilOn: absences.untilOn })
    .from(absences)
    .where(and(eq(absences.userId, person.id), gte(absences.untilOn, today)))
    .orderBy(asc(absences.fromOn));
  const over = recorded.find((one) => one.fromOn <= stretch.untilOn && stretch.fromOn <= one.untilOn);
  if (over)
    throw new AppError(
      "conflict",
      `${person.name} is away from ${formatFullDay(over.fromOn)} to ${formatFullDay(over.untilOn)} already. Take that away first, or choose other days.`,
    );
  if (recorded.length >= MOST_ABSENCES)
    throw new AppError("conflict", `At most ${MOST_ABSENCES} stretches can lie ahead.`);
}
