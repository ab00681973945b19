import { createHash } from "node:crypto";
import { isIPv6 } from "node:net";
import { eq, inArray, lte, sql } from "drizzle-orm";
import { throttles } from "#drizzle/schema/schema";
import { inTransaction, reader, type Tx } from "#lib/db/store";
import { AppError } from "#lib/errors";
import type { Ctx } from "#lib/events/context";
import { formatAge } from "#lib/format/dates";
import { countInWindow } from "#lib/sessions/count-in-window";

const WINDOW_MS = 15 * 60_000;
/** Of one account from one network: what somebody guesses elsewhere doesn't keep its owner out. */
const TRIES_HERE = 5;
/** Of one account from all networks together, against guessing from many. Who guesses codes knows the password. */
const TRIES_PER_ACCOUNT = { "sign-in": 50, password: 50, code: 10 };
const TRIES_PER_ADDRESS = 40;

/** Mails that anybody can have sent to somebody else, and from one network. */
const RESETS_PER_ACCOUNT = 3;
const RESETS_PER_ADDRESS = 10;

/** Whose tries at what are counted: an e-mail at the sign-in, where anybody can use them up, or somebody's id. */
export type Tries = { at: "sign-in" | "password" | "code"; who: string; address: string | null };

/**
 * Takes one try of this address's, this e-mail's, and this e-mail's at this address, before the password is looked
 * at, so that tries made at once can't pass the limit. Returns how many are left; `unavailable` where there was none.
 * An e-mail nobody has is counted alike.
 */
export function takeTry(ctx: Ctx, from: Tries): Promise<number> {
  return inTransaction(ctx.store, async (tx) => {
    if (from.address)
      await takeFrom(ctx, tx, addressKey(from.address), TRIES_PER_ADDRESS, "from this network");
    const everywhere = await takeFrom(
      ctx,
      tx,
      accountKey(from),
      TRIES_PER_ACCOUNT[from.at],
      "for this e-mail",
    );
    const here = await takeFrom(ctx, tx, hereKey(from), TRIES_HERE, "for this e-mail");
    return Math.min(here, everywhere);
  });
}

/** Takes one request for a new password, of its address's and its e-mail's; `unavailable` where there was none left. */
export function takeReset(
  ctx: Ctx,
  { email, address }: { email: string; address: string | null },
): Promise<void> {
  return inTransaction(ctx.store, async (tx) => {
    const what = "Asking";
    if (address)
      await takeFrom(ctx, tx, `reset ${addressKey(address)}`, RESETS_PER_ADDRESS, "from this network", what);
    await takeFrom(
      ctx,
      tx,
      accountKey({ at: "reset", who: email }),
      RESETS_PER_ACCOUNT,
      "for this e-mail",
      what,
    );
  });
}

/** Counts a made-up link of a network's; `unavailable` where there were too many. A real one is never counted. */
export async function takeGuess(ctx: Ctx, address: string | null): Promise<void> {
  if (!address) return;
  const key = `guess ${addressKey(address)}`;
  await inTransaction(ctx.store, (tx) =>
    takeFrom(ctx, tx, key, TRIES_PER_ADDRESS, "from this network", "Unsubscribing"),
  );
}

/** Gives back what `takeTry` took, because the password was right: only failures count. */
export async function giveTriesBack(tx: Tx, from: Tries): Promise<void> {
  if (from.address) {
    await tx
      .update(throttles)
      .set({ failures: sql`greatest(${throttles.failures} - 1, 0)` })
      .where(eq(throttles.key, addressKey(from.address)));
  }
  await tx.delete(throttles).where(inArray(throttles.key, [accountKey(from), hereKey(from)]));
}

/** Deletes counters whose window is over. Skips those in use, so that it waits for nobody and nobody for it. */
export async function sweepThrottles(ctx: Ctx): Promise<void> {
  const db = reader(ctx.store);
  const over = db
    .select({ key: throttles.key })
    .from(throttles)
    .where(lte(throttles.windowStartedAt, windowStart(ctx)))
    .limit(500)
    .for("update", { skipLocked: true });
  await db.delete(throttles).where(inArray(throttles.key, over));
}

/** What somebody reads who has so many tries left: "4 tries left." */
export function triesLeft(left: number): string {
  if (left === 0) return `That was the last try: sign-in opens again in ${THROTTLE_WAIT}.`;
  return `${left} ${left === 1 ? "try" : "tries"} left.`;
}

/** How long somebody waits whose tries are used up, in words: "15 min". */
export const THROTTLE_WAIT = formatAge(WINDOW_MS);

async function takeFrom(
  ctx: Ctx,
  tx: Tx,
  key: string,
  limit: number,
  whose: string,
  what = "Sign-in",
): Promise<number> {
  const { count, endsAt } = await countInWindow(tx, ctx.now(), key, { most: limit, windowMs: WINDOW_MS });
  if (count > limit) throw refusal(ctx, `${whose}. ${what}`, endsAt);
  return limit - count;
}

function refusal(ctx: Ctx, whose: string, endsAt: Date): AppError {
  const retryAfterMs = endsAt.getTime() - ctx.now().getTime();
  const wait = formatAge(Math.max(60_000, retryAfterMs));
  return new AppError("unavailable", `Too many tries ${whose} opens again in ${wait}.`, {
    retryAfterMs,
  });
}

function windowStart(ctx: Ctx): Date {
  return new Date(ctx.now().getTime() - WINDOW_MS);
}

function accountKey({ at, who }: { at: Tries["at"] | "reset"; who: string }): string {
  return `${at}:${createHash("sha256").update(who).digest("hex")}`;
}

function hereKey(tries: Tries): string {
  return `${accountKey(tries)} ${tries.address ? addressKey(tries.address) : "nowhere"}`;
}

// Whoever has one IPv6 address mostly has all of its /64, so they count as one.
function addressKey(address: string): string {
  return `address:${isIPv6(address) ? firstFourGroups(address) : address}`;
}

function firstFourGroups(address: string): string {
  const [head = "", tail] = address.split("::");
  const left = head ? head.split(":") : [];
  const right = tail ? tail.split(":") : [];
  const zeros = Array<string>(tail === undefined ? 0 : 8 - left.length - right.length).fill("0");
  const groups = [...left, ...zeros, ...right].slice(0, 4);
  return groups.map((group) => Number.parseInt(group, 16).toString(16)).join(":");
}
