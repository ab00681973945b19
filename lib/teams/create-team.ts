import { teamMembers, teams } from "#drizzle/schema/schema";
import { newId } from "#lib/db/ids";
import { AppError } from "#lib/errors";
import type { Ctx } from "#lib/events/context";
import { transact } from "#lib/events/transact";
import { refuseUnlessActive } from "#lib/teams/active-person";
import { canManageTeams } from "#lib/teams/policy";
import { CreateTeam } from "#lib/teams/schema";

/** Creates a team. Its lead, where one is given, is its first member. */
export async function createTeam(ctx: Ctx, input: CreateTeam): Promise<{ teamId: string }> {
  const { name, leadId } = CreateTeam.parse(input);
  if (!canManageTeams(ctx.actor)) throw new AppError("forbidden", "Only admins create teams.");
  return transact(ctx, async ({ tx, record }) => {
    if (leadId) await refuseUnlessActive(tx, leadId);
    const [team] = await tx
      .insert(teams)
      .values({ id: newId("tea", ctx.now()), name, leadId, createdAt: ctx.now() })
      .onConflictDoNothing()
      .returning({ id: teams.id });
    if (!team) throw new AppError("conflict", `There is a team called ${name} already.`);
    if (leadId) await tx.insert(teamMembers).values({ teamId: team.id, userId: leadId });
    record({ kind: "team.created", subjectId: team.id, data: {} });
    return { teamId: team.id };
  });
}
