import { and, asc, eq, isNotNull, isNull, lt, or } from "drizzle-orm";
import { dueOrLast } from "#drizzle/schema/records";
import { actions, feeds, users } from "#drizzle/schema/schema";
import { reader } from "#lib/db/store";
import type { Ports, UserCtx } from "#lib/events/context";
import { hashSecret, looksLikeSecret } from "#lib/tokens/secret";

/** Actions that a calendar shows at most, the soonest due first. */
const MOST_ACTIONS = 500;
const READ_MS = 60_000;

/** The actor's calendar link as they recognise it; its address can't be shown again. */
export type Feed = { id: string; createdAt: Date; lastReadAt: Date | null };

/** The actor's live calendar link, if they have one. */
export async function findFeed(ctx: UserCtx): Promise<Feed | undefined> {
  const [feed] = await reader(ctx.store)
    .select({ id: feeds.id, createdAt: feeds.createdAt, lastReadAt: feeds.lastReadAt })
    .from(feeds)
    .where(and(eq(feeds.userId, ctx.actor.id), isNull(feeds.revokedAt)));
  return feed;
}

/** An open action in a calendar. `dueOn` is YYYY-MM-DD. It says nothing of the source, which may be closed to its owner. */
export type DueAction = { id: string; text: string; dueOn: string; version: number; createdAt: Date };

/** What a calendar link shows: whose it is and their open actions that have a date. */
export type FeedContents = { owner: string; actions: DueAction[] };

/**
 * What stands behind a secret address, unless it was revoked or its person was deactivated.
 * Notes that it was read, at most once a minute.
 */
export async function readFeed(
  ports: Pick<Ports, "store" | "now">,
  secret: string,
): Promise<FeedContents | undefined> {
  if (!looksLikeSecret(secret, "csf_")) return undefined;
  const db = reader(ports.store);
  const [feed] = await db
    .select({ id: feeds.id, userId: users.id, owner: users.name })
    .from(feeds)
    .innerJoin(users, eq(users.id, feeds.userId))
    .where(
      and(eq(feeds.secretHash, hashSecret(secret)), isNull(feeds.revokedAt), isNull(users.deactivatedAt)),
    );
  if (!feed) return undefined;
  await noteRead(ports, feed.id);
  const rows = await db
    .select({
      id: actions.id,
      text: actions.text,
      dueOn: actions.dueOn,
      version: actions.version,
      createdAt: actions.createdAt,
    })
    .from(actions)
    .where(and(eq(actions.ownerId, feed.userId), eq(actions.state, "open"), isNotNull(actions.dueOn)))
    .orderBy(asc(dueOrLast(actions.dueOn)), asc(actions.id))
    .limit(MOST_ACTIONS);
  return {
    owner: feed.owner,
    actions: rows.flatMap(({ dueOn, ...row }) => (dueOn ? [{ ...row, dueOn }] : [])),
  };
}

async function noteRead({ store, now }: Pick<Ports, "store" | "now">, id: string): Promise<void> {
  const before = new Date(now().getTime() - READ_MS);
  await reader(store)
    .update(feeds)
    .set({ lastReadAt: now() })
    .where(and(eq(feeds.id, id), or(isNull(feeds.lastReadAt), lt(feeds.lastReadAt, before))));
}
