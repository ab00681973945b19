import { and, eq, isNull } from "drizzle-orm";
import { sessions, signInChallenges } from "#drizzle/schema/schema";
import { reader } from "#lib/db/store";
import { AppError } from "#lib/errors";
import type { Ctx, UserCtx } from "#lib/events/context";
import { transact, type Work } from "#lib/events/transact";
import { canRevokeSession } from "#lib/sessions/policy";
import { RevokeSession } from "#lib/sessions/schema";

/** Ends a session at once. Signing out is revoking one's own. */
export async function revokeSession(ctx: UserCtx, input: RevokeSession): Promise<void> {
  const { sessionId } = RevokeSession.parse(input);
  const [session] = await reader(ctx.store)
    .select({ userId: sessions.userId })
    .from(sessions)
    .where(eq(sessions.id, sessionId));
  if (!session || !canRevokeSession(ctx.actor, session))
    throw new AppError("not_found", "There is no such session, or it is not yours.");
  await transact(ctx, async ({ tx, record }) => {
    const [revoked] = await tx
      .update(sessions)
      .set({ revokedAt: ctx.now() })
      .where(and(eq(sessions.id, sessionId), isNull(sessions.revokedAt)))
      .returning({ userId: sessions.userId });
    if (!revoked) throw new AppError("conflict", "This session was ended already.");
    record({ kind: "session.revoked", subjectId: sessionId, data: revoked });
  });
}

/** Ends all sessions of a person, and sign-ins they have begun, inside a verb's transaction. */
export async function revokeSessionsOf(ctx: Ctx, { tx, record }: Work, userId: string): Promise<void> {
  await tx.delete(signInChallenges).where(eq(signInChallenges.userId, userId));
  const revoked = await tx
    .update(sessions)
    .set({ revokedAt: ctx.now() })
    .where(and(eq(sessions.userId, userId), isNull(sessions.revokedAt)))
    .returning({ id: sessions.id });
  for (const { id } of revoked) record({ kind: "session.revoked", subjectId: id, data: { userId } });
}
