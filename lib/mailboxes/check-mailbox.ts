import { inTransaction } from "#lib/db/store";
import { AppError, isAppError } from "#lib/errors";
import type { UserCtx } from "#lib/events/context";
import { troubleOf } from "#lib/mailboxes/connect-mailbox";
import { keepTrouble } from "#lib/mailboxes/keep-trouble";
import { openMailbox } from "#lib/mailboxes/open-mailbox";
import { findOwnMailbox } from "#lib/mailboxes/queries";

const PATIENCE_MS = 20_000;

/**
 * Signs in to the servers of one's own mailbox now: null where that works, else what is wrong, which is kept until a try
 * works. `not_found` without one.
 */
export async function checkOwnMailbox(ctx: UserCtx): Promise<{ trouble: string | null }> {
  const own = await findOwnMailbox(ctx);
  if (!own) throw new AppError("not_found", "You have connected no mailbox.");
  const trouble = await tryMailbox(ctx, own.id).catch((error: Error) => {
    if (isAppError(error)) return error.message;
    throw error;
  });
  await inTransaction(ctx.store, (tx) => keepTrouble(tx, own.id, trouble));
  return { trouble };
}

async function tryMailbox(ctx: UserCtx, id: string): Promise<string | null> {
  const signal = AbortSignal.timeout(PATIENCE_MS);
  return troubleOf(await openMailbox(ctx, id, signal), signal);
}
