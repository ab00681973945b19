import { eq, inArray, or, sql } from "drizzle-orm";
import {
  absences,
  eventOrigins,
  events,
  identities,
  mails,
  recoveryCodes,
  secondFactors,
  sessions,
  slackPeople,
  users,
} from "#drizzle/schema/schema";
import type { Tx } from "#lib/db/store";
import { AppError } from "#lib/errors";
import type { UserCtx } from "#lib/events/context";
import { transact } from "#lib/events/transact";
import { canRedact } from "#lib/users/policy";
import { getPerson } from "#lib/users/queries";
import { NamePerson } from "#lib/users/schema";

/** What the log calls a person whose name was redacted. */
export const REDACTED_NAME = "Somebody who left";

/**
 * Forgets where a person acted from, on their request: addresses and devices beside the log and on their sessions.
 * Of somebody deactivated also the name, e-mail address, aliases, handles, time away, ways to sign in and account in Slack. The log says who did it, and still
 * verifies. What sources and minutes say of them stays, and is taken out there. (GDPR, art. 17; PIPEDA, principle 4.5.)
 */
export async function redactPerson(ctx: UserCtx, input: NamePerson): Promise<{ places: number }> {
  const { userId } = NamePerson.parse(input);
  const person = await getPerson(ctx, userId);
  if (!canRedact(ctx.actor)) throw new AppError("forbidden", "Only admins redact what is kept of people.");
  return transact(ctx, async ({ tx, record }) => {
    const places = await forgetPlaces(tx, userId);
    const named = person.deactivatedAt !== null;
    if (named) await forgetName(tx, userId);
    record({ kind: "log.redacted", subjectId: userId, data: { places, named } });
    return { places };
  });
}

async function forgetPlaces(tx: Tx, userId: string): Promise<number> {
  const theirs = tx
    .select({ seq: events.seq })
    .from(events)
    .where(
      or(
        eq(events.actorId, userId),
        sql`${events.actorId} is null and ${events.data}->>'userId' = ${userId}`,
      ),
    );
  const forgotten = await tx
    .delete(eventOrigins)
    .where(inArray(eventOrigins.seq, theirs))
    .returning({ seq: eventOrigins.seq });
  await tx.update(sessions).set({ address: null, userAgent: null }).where(eq(sessions.userId, userId));
  // What a mail server answers mostly repeats the address.
  await tx.update(mails).set({ reason: null }).where(eq(mails.userId, userId));
  return forgotten.length;
}

async function forgetName(tx: Tx, userId: string): Promise<void> {
  await tx.delete(absences).where(eq(absences.userId, userId));
  await tx.delete(identities).where(eq(identities.userId, userId));
  await tx.delete(recoveryCodes).where(eq(recoveryCodes.userId, userId));
  await tx.delete(secondFactors).where(eq(secondFactors.userId, userId));
  // Nobody asks Slack for the name again.
  await tx
    .update(slackPeople)
    .set({ name: "", userId: null, linkedBy: "admin" })
    .where(eq(slackPeople.userId, userId));
  await tx
    .update(users)
    .set({ name: REDACTED_NAME, email: null, passwordHash: null, aliases: [], handles: [] })
    .where(eq(users.id, userId));
}
