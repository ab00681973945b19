import { asc, eq } from "drizzle-orm";
import { teamMembers, teams } from "#drizzle/schema/schema";
import { reader } from "#lib/db/store";
import { AppError } from "#lib/errors";
import type { Ctx } from "#lib/events/context";

/** A team, with the ids of its members. */
export type Team = { id: string; name: string; leadId: string | null; memberIds: string[] };

/** All teams by name. Everybody who is signed in may see who is in which. */
export async function listTeams(ctx: Pick<Ctx, "store">): Promise<Team[]> {
  const db = reader(ctx.store);
  const rows = await db
    .select({ id: teams.id, name: teams.name, leadId: teams.leadId })
    .from(teams)
    .orderBy(asc(teams.name));
  const members = await db.select().from(teamMembers).orderBy(asc(teamMembers.userId));
  const byTeam = Map.groupBy(members, (member) => member.teamId);
  return rows.map((team) => ({ ...team, memberIds: byTeam.get(team.id)?.map((m) => m.userId) ?? [] }));
}

/** One team without its members; `not_found` where there is none. */
export async function getTeam(ctx: Pick<Ctx, "store">, teamId: string): Promise<Omit<Team, "memberIds">> {
  const [team] = await reader(ctx.store)
    .select({ id: teams.id, name: teams.name, leadId: teams.leadId })
    .from(teams)
    .where(eq(teams.id, teamId));
  if (!team) throw new AppError("not_found", "There is no such team.");
  return team;
}
