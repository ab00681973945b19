import { and, isNotNull, isNull } from "drizzle-orm";
import { mailboxes, mailReadings } from "#drizzle/schema/schema";
import { inTransaction, reader } from "#lib/db/store";
import type { Ports } from "#lib/events/context";

/** How long after a mailbox was read it is read again. */
const EVERY_MS = 30_000;

/** Queues each mailbox whose turn it is to be read: people's own, and the shared one. */
export async function sweepReadings(ports: Ports): Promise<void> {
  const db = reader(ports.store);
  const own = await db
    .select({ id: mailboxes.id })
    .from(mailboxes)
    .where(and(isNotNull(mailboxes.imap), isNull(mailboxes.removedAt)));
  const all = [...own.map(({ id }) => id), ...(ports.channels.smtp?.imap ? ["shared"] : [])];
  if (all.length === 0) return;
  const rows = await db.select({ id: mailReadings.mailbox, readAt: mailReadings.readAt }).from(mailReadings);
  const readAt = new Map(rows.map((row) => [row.id, row.readAt]));
  const before = ports.now().getTime() - EVERY_MS;
  const due = all.filter((id) => (readAt.get(id)?.getTime() ?? 0) <= before);
  for (const id of due)
    await inTransaction(ports.store, (tx) => ports.queue.send(tx, { kind: "reading", id }));
}
