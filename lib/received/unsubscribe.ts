import { readStanding } from "#lib/consent/queries";
import { reader } from "#lib/db/store";
import { isStopped } from "#lib/db/violations";
import { stopSending, stopWriting } from "#lib/deliveries/stop-writing";
import { AppError, ignoreConflict } from "#lib/errors";
import type { Ctx } from "#lib/events/context";
import { transact } from "#lib/events/transact";
import { localDay } from "#lib/format/dates";
import { addressOfToken } from "#lib/outreach/unsubscribe-link";
import { Unsubscribe } from "#lib/received/schema";
import { takeGuess } from "#lib/sessions/throttle";

/** Whose link it is, and whether anything is still sent there. */
export type Unsubscribing = { address: string; done: boolean };

const UNKNOWN = "This link belongs to no address here. Answer the mail instead, and ask to get no more.";

/** What an unsubscribe page says before anybody presses its button. Changes nothing; `not_found` for a made-up token. */
export async function readUnsubscribing(ctx: Ctx, token: string): Promise<Unsubscribing> {
  const db = reader(ctx.store);
  const address = await addressOfToken(db, token.slice(0, 200));
  if (!address) throw new AppError("not_found", UNKNOWN);
  const standing = await readStanding(db, address, localDay(ctx.now(), "UTC"));
  return { address, done: standing.state === "suppressed" };
}

/**
 * Puts the address of a link on the list that nothing is sent to, at once and whoever brings it: RFC 8058, section 3.1,
 * forbids asking for more. Again is as good as once. `not_found` for a made-up token, and `unavailable` for who has
 * made up too many.
 */
export async function unsubscribe(ctx: Ctx, input: Unsubscribe): Promise<{ address: string }> {
  const { token, address: network } = Unsubscribe.parse(input);
  const address = await addressOfToken(reader(ctx.store), token);
  if (!address) {
    await takeGuess(ctx, network);
    throw new AppError("not_found", UNKNOWN);
  }
  const { done } = await readUnsubscribing(ctx, token);
  if (done) return { address };
  // What is kept of who pressed the button is the address alone.
  const plain: Ctx = { ...ctx, from: ctx.from && { ...ctx.from, address: null, device: null } };
  const stop = { address, why: "unsubscribed" } as const;
  await transact(plain, (work) => stopWriting(plain, work, stop))
    .catch((error) => {
      if (!isStopped(error)) throw error;
      // An import that changes the lead holds it for longer than a request may take; a mail program asks only once.
      return transact(plain, (work) => stopSending(plain, work, stop));
    })
    .catch(ignoreConflict);
  return { address };
}
