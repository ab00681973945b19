import { sql } from "drizzle-orm";
import { sessions } from "#drizzle/schema/schema";
import { newId } from "#lib/db/ids";
import type { Ctx } from "#lib/events/context";
import type { SignInWay } from "#lib/events/kinds";
import type { Work } from "#lib/events/transact";

const SESSION_DAYS = 30;

/** Who signed in, and the session they did it with. */
export type SignedIn = { userId: string; sessionId: string };

type Start = { userId: string; by: SignInWay; address: string | null; userAgent: string | null };

/** Starts a session inside a verb's transaction and returns its id. Each sign-in gets one of its own. */
export async function startSession(ctx: Ctx, { tx, record }: Work, start: Start): Promise<string> {
  const now = ctx.now();
  const { userId, by, address, userAgent } = start;
  const id = newId("ses", now);
  await tx.insert(sessions).values({
    id,
    userId,
    address,
    userAgent,
    createdAt: now,
    lastSeenAt: now,
    expiresAt: sessionExpiry(now),
  });
  record({ kind: "session.started", subjectId: id, data: { userId, by } });
  return id;
}

/** However often a session is used, its owner signs in anew after so long: a cookie that somebody copied ends too. */
export const LONGEST = sql`interval '180 days'`;

/** When a session ends that was last used now. */
export function sessionExpiry(now: Date): Date {
  return new Date(now.getTime() + SESSION_DAYS * 86_400_000);
}
