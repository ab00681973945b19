import { and, asc, eq, isNotNull, isNull } from "drizzle-orm";
import { draftSources, standupDays, standups, teamMembers, users } from "#drizzle/schema/schema";
import type { Database, Tx } from "#lib/db/store";
import type { StandupRow } from "#lib/standups/find-standup";
import type { DeliveryToMake } from "#lib/workflows/define";

/** Where the team of a digest has it go; of other drafts, nowhere. Neither a source nor a writer says so. */
export async function digestOutlets(tx: Tx | Database, draftId: string): Promise<DeliveryToMake[]> {
  const standup = await findStandupOf(tx, draftId);
  return standup ? teamOutlets(tx, standup) : [];
}

/** Where a team has its digests go. */
export async function teamOutlets(
  tx: Tx | Database,
  { teamId, slackChannelId, mailTeam }: Pick<StandupRow, "teamId" | "slackChannelId" | "mailTeam">,
): Promise<DeliveryToMake[]> {
  const readers = mailTeam ? await listReaders(tx, teamId) : [];
  return [
    ...(slackChannelId ? [{ channel: "slack", recipient: slackChannelId } as const] : []),
    ...readers.map(({ id }) => ({ channel: "circular", recipient: id }) as const),
  ];
}

/** The stand-up that a draft is the digest of. */
export async function findStandupOf(tx: Tx | Database, draftId: string) {
  const [row] = await tx
    .select({ standup: standups })
    .from(draftSources)
    .innerJoin(standupDays, eq(standupDays.sourceId, draftSources.sourceId))
    .innerJoin(standups, eq(standups.teamId, standupDays.teamId))
    .where(eq(draftSources.draftId, draftId));
  return row?.standup;
}

/** Members who can be written to. */
function listReaders(tx: Tx | Database, teamId: string) {
  return tx
    .select({ id: users.id })
    .from(teamMembers)
    .innerJoin(users, eq(users.id, teamMembers.userId))
    .where(and(eq(teamMembers.teamId, teamId), isNull(users.deactivatedAt), isNotNull(users.email)))
    .orderBy(asc(users.id));
}
