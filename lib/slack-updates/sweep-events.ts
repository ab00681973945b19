import { and, eq, isNotNull, lt } from "drizzle-orm";
import { slackEvents } from "#drizzle/schema/schema";
import { inTransaction, reader } from "#lib/db/store";
import type { Ports } from "#lib/events/context";

/** What is due for longer and waits was lost on its way through the queue. */
const OVERDUE_MS = 30_000;
/** Slack sends an event again for a day at most; the ids are kept longer, to say what was not taken. */
const KEPT_MS = 30 * 86_400_000;

/** Queues again what waits of each Slack channel, and forgets the ids of what ended a month ago. */
export async function sweepSlackEvents(ports: Ports): Promise<void> {
  const now = ports.now().getTime();
  const due = await reader(ports.store)
    .selectDistinct({ id: slackEvents.slackChannelId })
    .from(slackEvents)
    .where(and(eq(slackEvents.state, "waiting"), lt(slackEvents.dueAt, new Date(now - OVERDUE_MS))));
  for (const { id } of due)
    await inTransaction(ports.store, (tx) => ports.queue.send(tx, { kind: "slack_event", id }));
  await inTransaction(ports.store, (tx) =>
    tx
      .delete(slackEvents)
      .where(and(isNotNull(slackEvents.endedAt), lt(slackEvents.receivedAt, new Date(now - KEPT_MS)))),
  );
}
