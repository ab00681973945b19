import { and, asc, desc, eq, inArray, isNull, lt } from "drizzle-orm";
import {
  blockers,
  sources,
  sourceVersions,
  standupDays,
  standups,
  standupUpdates,
  teams,
  users,
} from "#drizzle/schema/schema";
import type { StandupVisibility } from "#drizzle/schema/standups";
import type { Database, Tx } from "#lib/db/store";
import type { Day } from "#lib/format/dates";
import { readUpdateParts } from "#lib/parsers/update-parts";
import { listPeople, type StandupPerson } from "#lib/standups/people";
import { sharedWith } from "#lib/standups/shared-with";
import type { StandupBrief } from "#lib/workflows/define";

type About = { teamId: string; day: Day };

/** What a writer needs to know of one line of a plan, and of plans that go back for ever. */
const MOST_NEXT = 6;
const MOST_OPEN = 40;

/**
 * What a digest is written about: who was expected and wrote, what they said last time they would do, and what is still
 * in somebody's way. `order` are the run's sources, the first of which is no update.
 */
export async function readBrief(db: Database | Tx, about: About, order: string[]): Promise<StandupBrief> {
  const { teamId, day } = about;
  const names = await db.select({ id: teams.id, name: teams.name }).from(teams).orderBy(asc(teams.name));
  const people = await listPeople(db, teamId, day);
  const audience = await readAudience(db, about);
  return {
    team: names.find(({ id }) => id === teamId)?.name ?? "",
    day,
    people: people.map((person) => ({
      id: person.id,
      name: person.name,
      away: person.away ?? (isKept(person) ? KEPT : null),
      sources: person.updates.map(({ sourceId }) => order.indexOf(sourceId)).filter((place) => place > 0),
      late: person.updates.some(({ late }) => late),
    })),
    before: await readPlans(db, about, people, audience),
    open: await listOpen(db, teamId, audience),
    teams: names.filter(({ id }) => id !== teamId).map(({ name }) => name),
  };
}

/** The same for the run of a digest, found by its first source; `undefined` where that is of no stand-up. */
export async function readBriefOf(db: Database, order: string[]): Promise<StandupBrief | undefined> {
  const about = await findDayOf(db, order[0] ?? "");
  return about && readBrief(db, about, order);
}

/** The stand-up whose digest begins with a source. */
export async function findDayOf(db: Database | Tx, sourceId: string) {
  const [row] = await db.select().from(standupDays).where(eq(standupDays.sourceId, sourceId));
  return row;
}

/** Somebody who wrote, and shares it with fewer people than read the digest. */
const KEPT = "shares their update with fewer people";

function isKept({ updates }: StandupPerson): boolean {
  return updates.length > 0 && updates.every(({ told }) => !told);
}

/** Who reads what code knows of a day: as it was kept first, or else as the team holds its stand-up. */
async function readAudience(db: Database | Tx, { teamId, day }: About): Promise<StandupVisibility> {
  const [row] = await db
    .select({ facts: sources.visibility, held: standups.visibility })
    .from(standups)
    .leftJoin(standupDays, and(eq(standupDays.teamId, standups.teamId), eq(standupDays.day, day)))
    .leftJoin(sources, eq(sources.id, standupDays.sourceId))
    .where(eq(standups.teamId, teamId));
  return (row?.facts ?? row?.held) === "open" ? "open" : "team";
}

/** What those who wrote said at their last stand-up they would do next. */
async function readPlans(
  db: Database | Tx,
  { teamId, day }: About,
  people: StandupPerson[],
  audience: StandupVisibility,
): Promise<StandupBrief["before"]> {
  const ids = people.flatMap(({ id, updates }) => (id && updates.length > 0 ? [id] : []));
  if (ids.length === 0) return [];
  const last = db
    .selectDistinctOn([standupUpdates.userId], {
      name: standupUpdates.name,
      sourceId: standupUpdates.sourceId,
    })
    .from(standupUpdates)
    .where(
      and(
        inArray(standupUpdates.userId, ids),
        eq(standupUpdates.teamId, teamId),
        lt(standupUpdates.day, day),
      ),
    )
    .orderBy(standupUpdates.userId, desc(standupUpdates.day))
    .as("last");
  const rows = await db
    .select({ name: last.name, text: sourceVersions.text })
    .from(last)
    .innerJoin(
      sources,
      and(eq(sources.id, last.sourceId), isNull(sources.deletedAt), sharedWith(audience, teamId)),
    )
    .innerJoin(
      sourceVersions,
      and(eq(sourceVersions.sourceId, sources.id), eq(sourceVersions.version, sources.currentVersion)),
    )
    .orderBy(asc(last.name));
  return rows.flatMap(({ name, text }) => {
    const next = readUpdateParts(text)
      .filter(({ part }) => part === "next")
      .slice(0, MOST_NEXT);
    return next.length > 0 ? [{ name, next: next.map((item) => item.text) }] : [];
  });
}

async function listOpen(
  db: Database | Tx,
  teamId: string,
  audience: StandupVisibility,
): Promise<StandupBrief["open"]> {
  const rows = await db
    .select({
      text: blockers.text,
      personName: blockers.personName,
      since: blockers.firstOn,
      days: blockers.days,
      ownerName: users.name,
    })
    .from(blockers)
    .leftJoin(users, eq(users.id, blockers.ownerId))
    .where(
      and(
        eq(blockers.teamId, teamId),
        inArray(blockers.state, ["open", "owned"]),
        audience === "open" ? eq(blockers.visibility, "open") : undefined,
      ),
    )
    .orderBy(asc(blockers.firstOn), asc(blockers.id))
    .limit(MOST_OPEN);
  return rows;
}
