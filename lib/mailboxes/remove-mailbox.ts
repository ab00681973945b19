import { and, eq, isNull } from "drizzle-orm";
import { mailboxes } from "#drizzle/schema/schema";
import { reader } from "#lib/db/store";
import { AppError } from "#lib/errors";
import type { Ctx, UserCtx } from "#lib/events/context";
import { transact, type Work } from "#lib/events/transact";
import { canRemoveMailbox } from "#lib/mailboxes/policy";
import { RemoveMailbox } from "#lib/mailboxes/schema";

/**
 * Disconnects a mailbox and forgets its secret. What waits to leave by it goes back to the queue. Somebody else's is
 * `not_found` but for admins.
 */
export async function removeMailbox(ctx: UserCtx, input: RemoveMailbox): Promise<void> {
  const { mailboxId } = RemoveMailbox.parse(input);
  const [mailbox] = await reader(ctx.store)
    .select({ ownerId: mailboxes.ownerId })
    .from(mailboxes)
    .where(eq(mailboxes.id, mailboxId));
  if (!mailbox || !canRemoveMailbox(ctx.actor, mailbox))
    throw new AppError("not_found", "There is no such mailbox, or it is not yours.");
  await transact(ctx, async (work) => {
    if (!(await removeMailboxesOf(ctx, work, mailbox.ownerId)))
      throw new AppError("conflict", "This mailbox was disconnected already.");
  });
}

/** Disconnects the mailbox of a person inside a verb's transaction. Returns whether there was one. */
export async function removeMailboxesOf(ctx: Ctx, { tx, record }: Work, ownerId: string): Promise<boolean> {
  const [removed] = await tx
    .update(mailboxes)
    .set({ removedAt: ctx.now(), secret: "" })
    .where(and(eq(mailboxes.ownerId, ownerId), isNull(mailboxes.removedAt)))
    .returning({ id: mailboxes.id });
  if (!removed) return false;
  record({ kind: "mailbox.removed", subjectId: removed.id, data: {} });
  return true;
}
