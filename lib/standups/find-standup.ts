import { and, eq, sql } from "drizzle-orm";
import { standups, teamMembers, teams } from "#drizzle/schema/schema";
import type { Database, Tx } from "#lib/db/store";
import { AppError } from "#lib/errors";
import type { UserCtx } from "#lib/events/context";
import { canSeeStandup } from "#lib/standups/policy";

export type StandupRow = typeof standups.$inferSelect;
/** A team with its stand-up, and what the actor is to it. */
export type FoundStandup = {
  team: { id: string; name: string; leadId: string | null };
  standup: StandupRow;
  isMember: boolean;
};

const NONE = "There is no such stand-up, or it is not shared with you.";

/** A team's stand-up that the actor sees; `not_found` otherwise. */
export async function findStandup(ctx: UserCtx, db: Database | Tx, teamId: string): Promise<FoundStandup> {
  const { standup, ...found } = await findTeam(ctx, db, teamId);
  if (!standup || !canSeeStandup(ctx.actor, { ...found, ...found.team, visibility: standup.visibility }))
    throw new AppError("not_found", NONE);
  return { ...found, standup };
}

/** A team, with its stand-up where it has one. */
export async function findTeam(ctx: UserCtx, db: Database | Tx, teamId: string) {
  const [row] = await db
    .select({
      team: { id: teams.id, name: teams.name, leadId: teams.leadId },
      standup: standups,
      isMember: sql<boolean>`exists (select 1 from ${teamMembers} where ${and(eq(teamMembers.teamId, teams.id), eq(teamMembers.userId, ctx.actor.id))})`,
    })
    .from(teams)
    .leftJoin(standups, eq(standups.teamId, teams.id))
    .where(eq(teams.id, teamId));
  if (!row) throw new AppError("not_found", "There is no such team.");
  return row;
}
