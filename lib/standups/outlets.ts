import { and, asc, eq, isNotNull, isNull, ne, sql } from "drizzle-orm";
import { draftSources, sources, standupDays, standups, teamMembers, users } from "#drizzle/schema/schema";
import type { StandupVisibility } from "#drizzle/schema/standups";
import type { Database, Tx } from "#lib/db/store";
import type { StandupRow } from "#lib/standups/find-standup";
import { sharedWith } from "#lib/standups/shared-with";
import type { DeliveryToMake } from "#lib/workflows/define";

type Going = Pick<StandupRow, "teamId" | "visibility" | "slackChannelId" | "mailTeam">;

/** Where the team of a digest has it go; of other drafts, nowhere. Neither a source nor a writer says so. */
export async function digestOutlets(tx: Tx | Database, draftId: string): Promise<DeliveryToMake[]> {
  const standup = await findStandupOf(tx, draftId);
  const audience = standup && (await readAudience(tx, draftId, standup.teamId));
  return audience ? teamOutlets(tx, { ...standup, visibility: audience }) : [];
}

/** Who reads all that a digest was written from: everybody, the team, or not even that. */
async function readAudience(
  tx: Tx | Database,
  draftId: string,
  teamId: string,
): Promise<StandupVisibility | null> {
  const behind = await tx
    .select({
      open: sql<boolean>`${sharedWith("open", teamId)}`,
      team: sql<boolean>`${sharedWith("team", teamId)}`,
    })
    .from(draftSources)
    .innerJoin(sources, eq(sources.id, draftSources.sourceId))
    .where(eq(draftSources.draftId, draftId));
  if (!behind.every(({ team }) => team)) return null;
  return behind.every(({ open }) => open) ? "open" : "team";
}

/** Where a team has its digests go, as far as those may read them who are there. */
export async function teamOutlets(
  tx: Tx | Database,
  { teamId, visibility, slackChannelId, mailTeam }: Going,
): Promise<DeliveryToMake[]> {
  const readers = mailTeam ? await listReaders(tx, teamId, visibility) : [];
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

/** Members who can be written to. Who only reads sees what is open to all. */
function listReaders(tx: Tx | Database, teamId: string, audience: StandupVisibility) {
  return tx
    .select({ id: users.id })
    .from(teamMembers)
    .innerJoin(users, eq(users.id, teamMembers.userId))
    .where(
      and(
        eq(teamMembers.teamId, teamId),
        isNull(users.deactivatedAt),
        isNotNull(users.email),
        audience === "open" ? undefined : ne(users.role, "viewer"),
      ),
    )
    .orderBy(asc(users.id));
}
