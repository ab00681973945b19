import { and, eq, isNull } from "drizzle-orm";
import { teamMembers, teams } from "#drizzle/schema/schema";
import { AppError } from "#lib/errors";
import type { UserCtx } from "#lib/events/context";
import { transact } from "#lib/events/transact";
import { refuseUnlessActive } from "#lib/teams/active-person";
import { canManageTeams } from "#lib/teams/policy";
import { getTeam } from "#lib/teams/queries";
import { ChangeLead } from "#lib/teams/schema";

/** Gives a team another lead, who becomes a member too, or none. */
export async function changeLead(ctx: UserCtx, input: ChangeLead): Promise<void> {
  const { teamId, leadId } = ChangeLead.parse(input);
  const team = await getTeam(ctx, teamId);
  if (!canManageTeams(ctx.actor)) throw new AppError("forbidden", "Only admins choose a team’s lead.");
  if (team.leadId === leadId) return;
  await transact(ctx, async ({ tx, record }) => {
    if (leadId) await refuseUnlessActive(tx, leadId);
    const seen = team.leadId === null ? isNull(teams.leadId) : eq(teams.leadId, team.leadId);
    const [row] = await tx
      .update(teams)
      .set({ leadId })
      .where(and(eq(teams.id, teamId), seen))
      .returning({ id: teams.id });
    if (!row) throw new AppError("conflict", "Somebody else chose another lead in the meantime.");
    if (leadId) await tx.insert(teamMembers).values({ teamId, userId: leadId }).onConflictDoNothing();
    record({ kind: "team.changed", subjectId: teamId, data: { fields: ["lead"] } });
  });
}
