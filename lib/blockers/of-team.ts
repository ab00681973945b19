import { and, asc, eq, inArray } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { blockers, teams, users } from "#drizzle/schema/schema";
import { matchStatements, type Told } from "#lib/blockers/match-statements";
import type { Database, Tx } from "#lib/db/store";
import type { KnownBlocker, StandupBrief } from "#lib/workflows/define";

const owners = alias(users, "owners");

/** What is in the way of a team as its next digest is told, the longest first. For those who see all of the team's. */
export async function listOpenOfTeam(db: Database | Tx, teamId: string): Promise<StandupBrief["open"]> {
  return db
    .select({
      text: blockers.text,
      personName: blockers.personName,
      since: blockers.firstOn,
      days: blockers.days,
      ownerName: owners.name,
    })
    .from(blockers)
    .leftJoin(owners, eq(owners.id, blockers.ownerId))
    .where(and(eq(blockers.teamId, teamId), inArray(blockers.state, ["open", "owned"])))
    .orderBy(asc(blockers.firstOn), asc(blockers.id))
    .limit(MOST);
}

const MOST = 50;

/** What is known of the blockers that statements of a digest tell of, by statement. */
export async function readKnownBlockers(
  tx: Tx,
  draftId: string,
  told: Told[],
): Promise<Record<string, KnownBlocker>> {
  const matched = told.length > 0 ? await matchStatements(tx, draftId, told) : null;
  const idOf = [...(matched?.known ?? [])].flatMap(([statementId, [first]]) =>
    first ? [[statementId, first.id] as const] : [],
  );
  const rows = await listKnownByIds(
    tx,
    idOf.map(([, id]) => id),
  );
  return Object.fromEntries(
    idOf.flatMap(([statementId, id]) => {
      const row = rows.get(id);
      return row ? [[statementId, row]] : [];
    }),
  );
}

async function listKnownByIds(tx: Tx, ids: string[]): Promise<Map<string, KnownBlocker>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .select({
      id: blockers.id,
      since: blockers.firstOn,
      days: blockers.days,
      ownerName: owners.name,
      waitsFor: teams.name,
    })
    .from(blockers)
    .leftJoin(owners, eq(owners.id, blockers.ownerId))
    .leftJoin(teams, eq(teams.id, blockers.waitsForTeamId))
    .where(inArray(blockers.id, ids));
  return new Map(rows.map(({ id, ...row }) => [id, row]));
}
