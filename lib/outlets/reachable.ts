import { and, eq, inArray, isNotNull, isNull, ne, or } from "drizzle-orm";
import { slackChannels, slackWorkspaces } from "#drizzle/schema/schema";
import type { Database, Tx } from "#lib/db/store";
import type { Ctx } from "#lib/events/context";
import type { DeliveryToMake } from "#lib/workflows/define";

/**
 * Those outlets that something can be brought to now: a Slack channel while it is linked and its workspace connected,
 * mails while the company has a mailbox to write from.
 */
export async function listReachable(
  { channels }: Pick<Ctx, "channels">,
  db: Tx | Database,
  outlets: DeliveryToMake[],
): Promise<DeliveryToMake[]> {
  const posts = outlets.flatMap(({ channel, recipient }) => (channel === "slack" ? [recipient] : []));
  const linked = posts.length > 0 ? await listLinked(db, posts) : [];
  return outlets.filter(({ channel, recipient }) =>
    channel === "slack" ? linked.includes(recipient) : channels.smtp !== undefined,
  );
}

async function listLinked(db: Tx | Database, ids: string[]): Promise<string[]> {
  const rows = await db
    .select({ id: slackChannels.id })
    .from(slackChannels)
    .leftJoin(
      slackWorkspaces,
      and(eq(slackWorkspaces.id, slackChannels.workspaceId), isNull(slackWorkspaces.removedAt)),
    )
    .where(
      and(
        inArray(slackChannels.id, ids),
        isNull(slackChannels.removedAt),
        or(ne(slackChannels.webhook, ""), isNotNull(slackWorkspaces.id)),
      ),
    );
  return rows.map(({ id }) => id);
}
