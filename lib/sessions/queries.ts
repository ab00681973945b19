import { and, desc, eq, gt, isNull, lt, sql } from "drizzle-orm";
import { sessions, users } from "#drizzle/schema/schema";
import type { Role } from "#drizzle/schema/users";
import { anyOf } from "#lib/db/any-of";
import { gathered } from "#lib/db/gather";
import { reader, type Store } from "#lib/db/store";
import { AppError } from "#lib/errors";
import type { Ctx, Ports, UserCtx } from "#lib/events/context";
import { deviceName } from "#lib/sessions/device";
import { canListSessions } from "#lib/sessions/policy";
import { LONGEST, sessionExpiry } from "#lib/sessions/start-session";

const SEEN_MS = 60_000;

/** Who a live session belongs to. */
export type LiveSession = { id: string; userId: string; name: string; role: Role };

/**
 * The session a request came with, unless it was revoked, ran out, or its person was deactivated.
 * Notes that it was seen, at most once a minute, which moves its end.
 */
export async function findLiveSession(
  ports: Pick<Ports, "store" | "now">,
  id: string,
): Promise<LiveSession | undefined> {
  const row = await sessionById(ports.store, id);
  const now = ports.now();
  if (!row || row.expiresAt <= now) return undefined;
  const { lastSeenAt, expiresAt: _, ...session } = row;
  if (now.getTime() - lastSeenAt.getTime() >= SEEN_MS) await noteSeen(ports, id);
  return session;
}

/** A session that was not revoked, of somebody who was not deactivated. */
const sessionById = gathered(async (store: Store, ids: string[]) => {
  const rows = await reader(store)
    .select({
      id: sessions.id,
      userId: users.id,
      name: users.name,
      role: users.role,
      lastSeenAt: sessions.lastSeenAt,
      expiresAt: sessions.expiresAt,
    })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .where(and(anyOf(sessions.id, ids), isNull(sessions.revokedAt), isNull(users.deactivatedAt)));
  return new Map(rows.map((row) => [row.id, row]));
});

/** A signed-in browser, as its owner recognises it: "Chrome on Linux". */
export type SessionRow = {
  id: string;
  device: string;
  address: string | null;
  createdAt: Date;
  lastSeenAt: Date;
};

/** The live sessions of a person, the one used last first. Those of others are `not_found` but for admins. */
export async function listSessions(ctx: UserCtx, userId: string): Promise<SessionRow[]> {
  if (!canListSessions(ctx.actor, userId))
    throw new AppError("not_found", "There are no sessions you may see.");
  const rows = await reader(ctx.store)
    .select({
      id: sessions.id,
      userAgent: sessions.userAgent,
      address: sessions.address,
      createdAt: sessions.createdAt,
      lastSeenAt: sessions.lastSeenAt,
    })
    .from(sessions)
    .where(and(eq(sessions.userId, userId), isNull(sessions.revokedAt), gt(sessions.expiresAt, ctx.now())))
    .orderBy(desc(sessions.lastSeenAt), desc(sessions.id));
  return rows.map(({ userAgent, ...row }) => ({ ...row, device: deviceName(userAgent) }));
}

async function noteSeen({ store, now }: Pick<Ctx, "store" | "now">, id: string): Promise<void> {
  await reader(store)
    .update(sessions)
    .set({
      lastSeenAt: now(),
      expiresAt: sql`least(${sql.param(sessionExpiry(now()), sessions.expiresAt)}, ${sessions.createdAt} + ${LONGEST})`,
    })
    .where(and(eq(sessions.id, id), isNull(sessions.revokedAt), lt(sessions.lastSeenAt, now())));
}
