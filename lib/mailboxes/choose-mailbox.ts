import { and, eq, isNull } from "drizzle-orm";
import { mailboxes } from "#drizzle/schema/schema";
import type { Channels } from "#lib/channels/channel";
import type { Database, Tx } from "#lib/db/store";

/** Where a person's mail leaves: their own mailbox by its id, the shared one, or a folder where it is only kept. */
export type ChosenMailbox = { id: string; from: { name: string; address: string } };

/** What stands after From where nothing is sent: RFC 2606 keeps the name for this. */
const NOBODY = "nobody@countersign.invalid";

/**
 * The mailbox that what a person approves leaves by: never another person's. Under the shared one the name is theirs,
 * and the address everybody's.
 */
export async function chooseMailbox(
  db: Tx | Database,
  channels: Channels,
  person: { id: string; name: string },
): Promise<ChosenMailbox> {
  const [own] = await db
    .select({ id: mailboxes.id, name: mailboxes.name, address: mailboxes.address })
    .from(mailboxes)
    .where(and(eq(mailboxes.ownerId, person.id), isNull(mailboxes.removedAt)));
  if (own) return { id: own.id, from: { name: own.name, address: own.address } };
  const shared = channels.smtp?.from;
  if (shared) return { id: "shared", from: { name: person.name, address: shared.address } };
  return { id: "outbox", from: { name: person.name, address: NOBODY } };
}
