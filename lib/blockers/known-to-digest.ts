import { eq, inArray } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { blockers, teams, users } from "#drizzle/schema/schema";
import { matchStatements, type Told } from "#lib/blockers/match-statements";
import type { Tx } from "#lib/db/store";
import type { KnownBlocker } from "#lib/workflows/define";

const owners = alias(users, "owners");

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
