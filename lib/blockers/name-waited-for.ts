import { eq } from "drizzle-orm";
import { teams } from "#drizzle/schema/schema";
import { type BlockerRow, changeBlocker } from "#lib/blockers/change-blocker";
import { NameWaitedFor } from "#lib/blockers/schema";
import { AppError } from "#lib/errors";
import type { UserCtx } from "#lib/events/context";

/** Names the other team that a blocker waits for, whose people may then take it where they see it; or none. */
export async function nameWaitedFor(ctx: UserCtx, input: NameWaitedFor): Promise<BlockerRow> {
  const { teamId, ...seen } = NameWaitedFor.parse(input);
  return changeBlocker(ctx, seen, "take", async (blocker, tx) => {
    if (teamId === blocker.teamId)
      throw new AppError("invalid", "This is the team whose blocker it is. Choose another one.");
    const [team] = teamId ? await tx.select({ id: teams.id }).from(teams).where(eq(teams.id, teamId)) : [];
    if (teamId && !team) throw new AppError("invalid", "This team no longer exists. Choose another one.");
    return {
      columns: { waitsForTeamId: teamId },
      event: { kind: "blocker.waits_for", data: { from: blocker.waitsForTeamId, to: teamId } },
    };
  });
}
