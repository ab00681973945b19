import { and, eq, inArray, or } from "drizzle-orm";
import { blockerSayings, blockers } from "#drizzle/schema/schema";
import type { Tx } from "#lib/db/store";
import type { Day } from "#lib/format/dates";

type Said = { teamId: string; day: Day; source: { id: string }; spans: { userId: string | null }[] };

/**
 * Takes back what the same update said before it was changed, and what the same people said at this stand-up through
 * another door: one update a person and day stands. Returns the ids of the blockers it stood under.
 */
export async function forgetSayings(tx: Tx, { teamId, day, source, spans }: Said): Promise<string[]> {
  const people = spans.flatMap(({ userId }) => userId ?? []);
  const ofTeam = tx.select({ id: blockers.id }).from(blockers).where(eq(blockers.teamId, teamId));
  const ofPeople = and(
    eq(blockerSayings.day, day),
    inArray(blockerSayings.userId, people),
    inArray(blockerSayings.blockerId, ofTeam),
  );
  const gone = await tx
    .delete(blockerSayings)
    .where(or(eq(blockerSayings.sourceId, source.id), people.length > 0 ? ofPeople : undefined))
    .returning({ id: blockerSayings.blockerId });
  return [...new Set(gone.map(({ id }) => id))];
}
