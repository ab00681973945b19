import { and, eq } from "drizzle-orm";
import { teams } from "#drizzle/schema/schema";
import { isUniqueViolation } from "#lib/db/violations";
import { AppError } from "#lib/errors";
import type { UserCtx } from "#lib/events/context";
import { transact } from "#lib/events/transact";
import { canManageTeams } from "#lib/teams/policy";
import { getTeam } from "#lib/teams/queries";
import { RenameTeam } from "#lib/teams/schema";

/** Gives a team another name. */
export async function renameTeam(ctx: UserCtx, input: RenameTeam): Promise<void> {
  const { teamId, name } = RenameTeam.parse(input);
  const team = await getTeam(ctx, teamId);
  if (!canManageTeams(ctx.actor)) throw new AppError("forbidden", "Only admins rename teams.");
  if (team.name === name) return;
  await transact(ctx, async ({ tx, record }) => {
    const [row] = await tx
      .update(teams)
      .set({ name })
      .where(and(eq(teams.id, teamId), eq(teams.name, team.name)))
      .returning({ id: teams.id });
    if (!row) throw new AppError("conflict", "Somebody else renamed this team in the meantime.");
    record({ kind: "team.changed", subjectId: teamId, data: { fields: ["name"] } });
  }).catch((error) => {
    throw isUniqueViolation(error)
      ? new AppError("conflict", `There is a team called ${name} already.`)
      : error;
  });
}
