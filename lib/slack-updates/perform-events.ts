import { and, asc, eq, lte, sql } from "drizzle-orm";
import { slackEvents } from "#drizzle/schema/schema";
import type { SlackPayload } from "#drizzle/schema/slack";
import { inTransaction, reader } from "#lib/db/store";
import { describeError, isAppError } from "#lib/errors";
import type { Ctx, Ports } from "#lib/events/context";
import { type OpenedWorkspace, openWorkspace } from "#lib/slack/open-workspace";
import { endEvent, type SlackEventRow } from "#lib/slack-updates/keep-message";
import { takeMessage } from "#lib/slack-updates/take-message";

type Waiting = SlackEventRow & { payload: SlackPayload };

/** What is tried again is due after so long, each time twice as late, for a day and a half. */
const FIRST_DELAY_S = 10;
const LONGEST_DELAY_S = 3 * 3600;
const MAX_ATTEMPTS = 22;
const AT_ONCE = 50;

/** Works through what waits of one Slack channel, in the order in which its messages were written. */
export async function performSlackEvents(ports: Ports, slackChannelId: string): Promise<void> {
  const ctx: Ctx = { ...ports, actor: { kind: "system" } };
  const workspace = await openWorkspace(ctx);
  for (let waiting = await listDue(ctx, slackChannelId); waiting.length > 0; ) {
    for (const row of waiting) await take(ctx, workspace, row);
    waiting = await listDue(ctx, slackChannelId);
  }
}

/** The same message’s changes in their own order. */
function listDue(ctx: Ctx, slackChannelId: string): Promise<SlackEventRow[]> {
  const edited = sql`coalesce(${slackEvents.payload}->>'editedTs', '')`;
  return reader(ctx.store)
    .select()
    .from(slackEvents)
    .where(
      and(
        eq(slackEvents.slackChannelId, slackChannelId),
        eq(slackEvents.state, "waiting"),
        lte(slackEvents.dueAt, ctx.now()),
      ),
    )
    .orderBy(asc(slackEvents.ts), asc(edited), asc(slackEvents.receivedAt))
    .limit(AT_ONCE);
}

async function take(ctx: Ctx, workspace: OpenedWorkspace | null, row: SlackEventRow): Promise<void> {
  try {
    if (!workspace || workspace.id !== row.workspaceId || !isWhole(row))
      await inTransaction(ctx.store, (tx) => endEvent(tx, row, ctx.now(), DISCONNECTED));
    else await takeMessage(ctx, workspace, row);
  } catch (error) {
    await putOff(ctx, row, error);
  }
}

function isWhole(row: SlackEventRow): row is Waiting {
  return row.payload !== null;
}

const DISCONNECTED = { state: "passed", reason: "Slack was disconnected before this was taken." } as const;

/**
 * Whoever lost a race, or met an outage, is tried again; what is refused in words ends with them. What another worker has
 * taken in the meantime is not touched.
 */
async function putOff(ctx: Ctx, row: SlackEventRow, error: unknown): Promise<void> {
  const passing = !isAppError(error) || error.code === "conflict" || error.code === "unavailable";
  if (!isAppError(error)) console.error(`A message from Slack was not taken: ${describeError(error)}`);
  const reason = isAppError(error) ? error.message : "Something failed inside Countersign.";
  const attempt = row.attempt + 1;
  const goesOn = passing && attempt < MAX_ATTEMPTS;
  const delay = Math.min(FIRST_DELAY_S * 2 ** row.attempt, LONGEST_DELAY_S) * 1000;
  const dueAt = new Date(ctx.now().getTime() + delay);
  const columns = goesOn
    ? { attempt, reason, dueAt }
    : { attempt, reason, state: "failed" as const, payload: null, endedAt: ctx.now() };
  await inTransaction(ctx.store, async (tx) => {
    const kept = await tx
      .update(slackEvents)
      .set(columns)
      .where(and(eq(slackEvents.eventId, row.eventId), eq(slackEvents.state, "waiting")))
      .returning({ id: slackEvents.eventId });
    if (kept.length > 0 && goesOn)
      await ctx.queue.send(tx, { kind: "slack_event", id: row.slackChannelId, dueAt });
  });
}
