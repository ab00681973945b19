import { briefOutlets, findBriefOf } from "#lib/briefs/outlets";
import type { Database, Tx } from "#lib/db/store";
import { digestOutlets, findStandupOf } from "#lib/standups/outlets";
import type { DeliveryToMake } from "#lib/workflows/define";

/** Where an approved draft is told inside the company; most are told nowhere. Neither a source nor a writer says so. */
export async function readOutlets(tx: Tx | Database, draftId: string): Promise<DeliveryToMake[]> {
  return [...(await digestOutlets(tx, draftId)), ...(await briefOutlets(tx, draftId))];
}

/** Whose draft it is that goes there: a team's digest, or one person's brief; undefined of every other. */
export async function findHolder(
  tx: Tx | Database,
  draftId: string,
): Promise<{ teamId: string } | { userId: string } | undefined> {
  const standup = await findStandupOf(tx, draftId);
  if (standup) return { teamId: standup.teamId };
  const brief = await findBriefOf(tx, draftId);
  return brief && { userId: brief.userId };
}
