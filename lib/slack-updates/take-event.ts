import { and, eq, isNull } from "drizzle-orm";
import { slackChannels, slackEvents, slackPeople } from "#drizzle/schema/schema";
import { inTransaction, type Tx } from "#lib/db/store";
import type { Ctx } from "#lib/events/context";
import type { SlackEventIn } from "#lib/parsers/slack-event";

/**
 * Keeps what Slack tells of a message, once, before anything else is done with it, and queues it. Of a channel that takes
 * no updates, and of somebody an admin said is nobody here, only the ids are kept and no word. Returns whether it is new.
 */
export async function takeSlackEvent(
  ctx: Pick<Ctx, "store" | "queue" | "now">,
  workspaceId: string,
  event: SlackEventIn,
): Promise<boolean> {
  return inTransaction(ctx.store, async (tx) => {
    const reason = await whyNotKept(tx, workspaceId, event);
    const now = ctx.now();
    const { kind, text, editedTs } = event;
    const [kept] = await tx
      .insert(slackEvents)
      .values({
        eventId: event.eventId,
        workspaceId,
        slackChannelId: event.channel,
        slackUserId: event.user,
        ts: event.ts,
        threadTs: event.threadTs,
        parentUserId: event.parentUserId,
        receivedAt: now,
        dueAt: now,
        ...(reason === null
          ? { state: "waiting" as const, payload: { kind, text, editedTs } }
          : { state: "unlinked" as const, reason, endedAt: now }),
      })
      .onConflictDoNothing()
      .returning({ id: slackEvents.eventId });
    if (kept && reason === null) await ctx.queue.send(tx, { kind: "slack_event", id: event.channel });
    return kept !== undefined;
  });
}

/** Why no word of it is kept, as a sentence that says what to do; null where it is. */
async function whyNotKept(
  tx: Tx,
  workspaceId: string,
  { channel, user }: SlackEventIn,
): Promise<string | null> {
  const [linked] = await tx
    .select({ takesUpdates: slackChannels.takesUpdates })
    .from(slackChannels)
    .where(
      and(
        eq(slackChannels.workspaceId, workspaceId),
        eq(slackChannels.slackChannelId, channel),
        isNull(slackChannels.removedAt),
      ),
    );
  if (!linked?.takesUpdates)
    return `The channel ${channel} takes no updates. Link it to a team below, or take the app out of it.`;
  const [person] = await tx
    .select({ userId: slackPeople.userId, linkedBy: slackPeople.linkedBy })
    .from(slackPeople)
    .where(and(eq(slackPeople.workspaceId, workspaceId), eq(slackPeople.slackUserId, user)));
  return person?.linkedBy === "admin" && person.userId === null
    ? `${user} in Slack is nobody here, as an admin said.`
    : null;
}
