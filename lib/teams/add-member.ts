import { teamMembers } from "#drizzle/schema/schema";
import { AppError } from "#lib/errors";
import type { Ctx } from "#lib/events/context";
import { transact } from "#lib/events/transact";
import { refuseUnlessActive } from "#lib/teams/active-person";
import { canChangeMembers } from "#lib/teams/policy";
import { getTeam } from "#lib/teams/queries";
import { TeamMember } from "#lib/teams/schema";

/** Puts a person in a team. From then on they see what is shared with it. */
export async function addMember(ctx: Ctx, input: TeamMember): Promise<void> {
  const { teamId, userId } = TeamMember.parse(input);
  const team = await getTeam(ctx, teamId);
  if (!canChangeMembers(ctx.actor, team))
    throw new AppError("forbidden", "Only the team’s lead and admins change its members.");
  await transact(ctx, async ({ tx, record }) => {
    await refuseUnlessActive(tx, userId);
    const [row] = await tx.insert(teamMembers).values({ teamId, userId }).onConflictDoNothing().returning();
    if (!row) throw new AppError("conflict", "This person is in the team already.");
    record({ kind: "team.changed", subjectId: teamId, data: { fields: ["members"] } });
  });
}
