import { and, eq, isNull, lt, type SQL } from "drizzle-orm";
import type { ConsentBasis } from "#drizzle/schema/consents";
import { consents, suppressions } from "#drizzle/schema/schema";
import { newId } from "#lib/db/ids";
import { AppError } from "#lib/errors";
import type { UserCtx } from "#lib/events/context";
import type { Work } from "#lib/events/transact";
import { addDays, type Day } from "#lib/format/dates";
import { instantAt } from "#lib/format/zoned";
import type { Calendar } from "#lib/users/calendar";

type Given = { address: string; basis: ConsentBasis; obtainedOn: Day; evidence: string };

/** Keeps a consent that a person recorded, in the caller's transaction. `invalid` for a day that is still to come. */
export async function keepConsent(
  ctx: UserCtx,
  { tx, record }: Work,
  given: Given,
  today: Day,
): Promise<string> {
  if (given.obtainedOn > today)
    throw new AppError("invalid", "This day is still to come. Choose the day on which they consented.");
  const id = newId("cns", ctx.now());
  await tx.insert(consents).values({ id, ...given, recordedBy: ctx.actor.id, recordedAt: ctx.now() });
  record({ kind: "consent.recorded", subjectId: id, data: { basis: given.basis } });
  return id;
}

/**
 * Takes what a condition finds off the list that nothing is sent to, where it was put there on the day of an express
 * consent or before. Returns whether anything was.
 */
export async function lift(
  ctx: UserCtx,
  { tx, record }: Work,
  found: SQL | undefined,
  { consentId, obtainedOn, timeZone }: { consentId: string; obtainedOn: Day } & Pick<Calendar, "timeZone">,
): Promise<boolean> {
  const dayAfter = instantAt(addDays(obtainedOn, 1), 0, timeZone);
  const [row] = await tx
    .update(suppressions)
    .set({ liftedAt: ctx.now(), liftedBy: ctx.actor.id, consentId })
    .where(and(found, isNull(suppressions.liftedAt), lt(suppressions.addedAt, dayAfter)))
    .returning({ id: suppressions.id, kind: suppressions.kind });
  if (!row) return false;
  record({ kind: "suppression.lifted", subjectId: row.id, data: { kind: row.kind } });
  return true;
}

/** The condition that finds what stands on the list for one address itself. */
export function ofAddress(address: string): SQL | undefined {
  return and(eq(suppressions.value, address), eq(suppressions.kind, "address"));
}
