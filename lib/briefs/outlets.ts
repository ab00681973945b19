import { and, eq, inArray, isNull } from "drizzle-orm";
import { briefs, briefWeeks, draftSources, users } from "#drizzle/schema/schema";
import type { Database, Tx } from "#lib/db/store";
import type { DeliveryToMake } from "#lib/workflows/define";

/** Where whom a brief is for has it go: to themself alone, or a channel they chose; of other drafts, nowhere. */
export async function briefOutlets(tx: Tx | Database, draftId: string): Promise<DeliveryToMake[]> {
  const brief = await findBriefOf(tx, draftId);
  if (!brief) return [];
  const { userId, slackChannelId, byMail } = brief;
  const reader = await findReader(tx, userId);
  if (!reader) return [];
  const canBeWrittenTo = byMail && reader.email !== null;
  return [
    ...(slackChannelId ? [{ channel: "slack", recipient: slackChannelId } as const] : []),
    ...(canBeWrittenTo ? [{ channel: "circular", recipient: userId } as const] : []),
  ];
}

/** How whom a draft is the brief of has it. */
export async function findBriefOf(tx: Tx | Database, draftId: string) {
  const [row] = await tx
    .select({ brief: briefs })
    .from(draftSources)
    .innerJoin(briefWeeks, eq(briefWeeks.sourceId, draftSources.sourceId))
    .innerJoin(briefs, eq(briefs.userId, briefWeeks.userId))
    .where(eq(draftSources.draftId, draftId));
  return row?.brief;
}

/** Whom it is for, while they are here and have briefs: who is no leader any more is told of nothing a leader sees. */
async function findReader(tx: Tx | Database, userId: string): Promise<{ email: string | null } | undefined> {
  const [row] = await tx
    .select({ email: users.email })
    .from(users)
    .where(and(eq(users.id, userId), isNull(users.deactivatedAt), inArray(users.role, ["leader", "admin"])));
  return row;
}
