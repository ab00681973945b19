import { eq } from "drizzle-orm";
import { users } from "#drizzle/schema/schema";
import type { Database, Tx } from "#lib/db/store";
import type { Ctx } from "#lib/events/context";

/**
 * Who gets what is answered to a mail: null where that is the mailbox it is from. The shared one that nobody reads
 * passes it on to whoever approved the mail.
 */
export async function replyAddress(
  ctx: Ctx,
  db: Tx | Database,
  mailbox: string,
  approvedBy: string,
): Promise<{ name: string; address: string } | null> {
  if (mailbox !== "shared" || ctx.channels.smtp?.isRead) return null;
  const [person] = await db
    .select({ name: users.name, address: users.email })
    .from(users)
    .where(eq(users.id, approvedBy));
  return person?.address ? { name: person.name, address: person.address } : null;
}
