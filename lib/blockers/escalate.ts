import { and, eq, gte, inArray, isNotNull, isNull, or, sql } from "drizzle-orm";
import { blockers, teamMembers, teams, users } from "#drizzle/schema/schema";
import { LIVE_STATES } from "#lib/blockers/states";
import type { Tx } from "#lib/db/store";
import type { Ctx } from "#lib/events/context";
import type { Work } from "#lib/events/transact";
import { giveNotices } from "#lib/notices/give-notices";

/** On how many days a blocker is said before an owner or a decision is demanded. */
export const DAYS_TO_ESCALATE = 3;

/**
 * Once it was said on three days: an owner or a decision is asked for, and the team's lead, the leaders who may see it
 * and its owner are told. Once in the life of a blocker.
 */
export async function escalateIfDue(
  ctx: Ctx,
  work: Work,
  blockerId: string,
  sourceId: string,
): Promise<void> {
  const [due] = await work.tx
    .update(blockers)
    .set({ escalatedAt: ctx.now() })
    .where(
      and(
        eq(blockers.id, blockerId),
        gte(blockers.days, DAYS_TO_ESCALATE),
        isNull(blockers.escalatedAt),
        inArray(blockers.state, [...LIVE_STATES]),
      ),
    )
    .returning();
  if (!due) return;
  work.record({ kind: "blocker.escalated", subjectId: blockerId, sourceId, data: { days: due.days } });
  const told = await listToTell(work.tx, due);
  await giveNotices(
    ctx,
    work,
    told.map((userId) => ({ userId, kind: "blocker" as const, blockerId, count: due.days })),
  );
}

async function listToTell(tx: Tx, blocker: typeof blockers.$inferSelect): Promise<string[]> {
  const inTeam = tx
    .select({ id: teamMembers.userId })
    .from(teamMembers)
    .where(eq(teamMembers.teamId, blocker.teamId));
  const seesIt = blocker.visibility === "open" ? sql`true` : inArray(users.id, inTeam);
  const rows = await tx
    .select({ id: users.id })
    .from(users)
    .leftJoin(teams, and(eq(teams.id, blocker.teamId), eq(teams.leadId, users.id)))
    .where(
      and(
        isNull(users.deactivatedAt),
        or(
          isNotNull(teams.id),
          and(eq(users.role, "leader"), seesIt),
          blocker.ownerId ? eq(users.id, blocker.ownerId) : undefined,
        ),
      ),
    );
  return rows.map(({ id }) => id);
}
