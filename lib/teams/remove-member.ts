import { and, eq } from "drizzle-orm";
import { teamMembers } from "#drizzle/schema/schema";
import { hideCarriedOfTeam } from "#lib/custody/hide-carried";
import { AppError } from "#lib/errors";
import type { UserCtx } from "#lib/events/context";
import { transact } from "#lib/events/transact";
import { canChangeMembers } from "#lib/teams/policy";
import { getTeam } from "#lib/teams/queries";
import { TeamMember } from "#lib/teams/schema";

/**
 * Takes a person out of a team. Its lead stays a member until somebody else leads. What they were in besides loses what it
 * carries over from the team's meetings.
 */
export async function removeMember(ctx: UserCtx, input: TeamMember): Promise<void> {
  const { teamId, userId } = TeamMember.parse(input);
  const team = await getTeam(ctx, teamId);
  if (!canChangeMembers(ctx.actor, team))
    throw new AppError("forbidden", "Only the team’s lead and admins change its members.");
  if (userId === team.leadId)
    throw new AppError("conflict", "The lead can’t leave the team. Choose another lead first.");
  await transact(ctx, async (work) => {
    const { tx, record } = work;
    const [row] = await tx
      .delete(teamMembers)
      .where(and(eq(teamMembers.teamId, teamId), eq(teamMembers.userId, userId)))
      .returning();
    if (!row) throw new AppError("conflict", "This person was not in the team any more.");
    await hideCarriedOfTeam(ctx, work, teamId);
    record({ kind: "team.changed", subjectId: teamId, data: { fields: ["members"] } });
  });
}
