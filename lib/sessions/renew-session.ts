import { and, eq } from "drizzle-orm";
import { sessions } from "#drizzle/schema/schema";
import type { UserCtx } from "#lib/events/context";
import type { Work } from "#lib/events/transact";
import { revokeSessionsOf } from "#lib/sessions/revoke-session";
import { type SignedIn, startSession } from "#lib/sessions/start-session";

/**
 * Ends all sessions of the actor and starts a new one in the browser they are in, inside a verb's transaction: after how
 * they sign in has changed, a session id that somebody noted before is worth nothing.
 */
export async function renewSession(ctx: UserCtx, work: Work, sessionId: string): Promise<SignedIn> {
  const userId = ctx.actor.id;
  const [browser] = await work.tx
    .select({ address: sessions.address, userAgent: sessions.userAgent })
    .from(sessions)
    .where(and(eq(sessions.id, sessionId), eq(sessions.userId, userId)));
  await revokeSessionsOf(ctx, work, userId);
  const place = browser ?? { address: null, userAgent: null };
  return { userId, sessionId: await startSession(ctx, work, { ...place, userId, by: "renewal" }) };
}
