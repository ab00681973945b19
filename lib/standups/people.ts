import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { sources, standupUpdates } from "#drizzle/schema/schema";
import { expectedOn } from "#lib/calendar/expected-on";
import type { Database, Tx } from "#lib/db/store";
import type { Day } from "#lib/format/dates";
import { sharedWith } from "#lib/standups/shared-with";

/** Whose words of a day are kept, with their source; `userId` is null where the roster doesn't have them. */
export type WrittenUpdate = {
  userId: string | null;
  name: string;
  sourceId: string;
  late: boolean;
  /** Whether the whole team reads it; else its digest does not tell it. */
  told: boolean;
};

/** Somebody of a team on a day: why they need not write (null where they are expected), and what they wrote. */
export type StandupPerson = {
  id: string | null;
  name: string;
  away: string | null;
  updates: WrittenUpdate[];
};

/** Everybody who was expected at a stand-up or wrote for it, by name. */
export async function listPeople(db: Database | Tx, teamId: string, day: Day): Promise<StandupPerson[]> {
  const expected = await expectedOn(db, teamId, day);
  const updates = await listUpdates(db, teamId, day);
  const ofNobody = updates.filter(({ userId }) => !expected.some(({ id }) => id === userId));
  const others = ofNobody.map((update) => ({
    id: update.userId,
    name: update.name,
    away: null,
    updates: [update],
  }));
  const members = expected.map((person) => ({
    ...person,
    updates: updates.filter(({ userId }) => userId === person.id),
  }));
  return [...members, ...others].sort((a, b) => a.name.localeCompare(b.name, "en"));
}

function listUpdates(db: Database | Tx, teamId: string, day: Day): Promise<WrittenUpdate[]> {
  return db
    .select({
      userId: standupUpdates.userId,
      name: standupUpdates.name,
      sourceId: standupUpdates.sourceId,
      late: standupUpdates.late,
      told: sql<boolean>`${sharedWith("team", teamId)}`,
    })
    .from(standupUpdates)
    .innerJoin(sources, and(eq(sources.id, standupUpdates.sourceId), isNull(sources.deletedAt)))
    .where(and(eq(standupUpdates.teamId, teamId), eq(standupUpdates.day, day)))
    .orderBy(asc(standupUpdates.createdAt), asc(standupUpdates.id));
}
