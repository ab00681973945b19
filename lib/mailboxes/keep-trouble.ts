import { and, eq, sql } from "drizzle-orm";
import { mailboxes } from "#drizzle/schema/schema";
import type { Tx } from "#lib/db/store";

/**
 * Keeps why nothing can be sent by a mailbox, for its owner to read; null where it was reached and let Countersign in.
 * The shared one and the outbox have no row, and nothing is kept of them.
 */
export async function keepTrouble(tx: Tx, mailboxId: string, trouble: string | null): Promise<void> {
  await tx
    .update(mailboxes)
    .set({ trouble })
    .where(and(eq(mailboxes.id, mailboxId), sql`${mailboxes.trouble} is distinct from ${trouble}`));
}
