import { and, eq } from "drizzle-orm";
import { identities } from "#drizzle/schema/schema";
import { reader } from "#lib/db/store";
import { AppError } from "#lib/errors";
import type { UserCtx } from "#lib/events/context";
import { transact } from "#lib/events/transact";
import { revokeFeedsOf } from "#lib/feeds/revoke-feed";
import { canReleaseIdentity } from "#lib/sessions/policy";
import { revokeSessionsOf } from "#lib/sessions/revoke-session";
import { ReleaseIdentity } from "#lib/sessions/schema";
import { revokeTokensOf } from "#lib/tokens/revoke-token";

/** Where somebody signs in with an account of a provider. `boundAt` is an ISO instant. */
export type BoundIdentity = { issuer: string; boundAt: string };

/** The providers' accounts of a person: one's own, and everybody's for admins; none for others. */
export async function listIdentities(ctx: UserCtx, userId: string): Promise<BoundIdentity[]> {
  if (!canReleaseIdentity(ctx.actor) && ctx.actor.id !== userId) return [];
  const rows = await reader(ctx.store)
    .select({ issuer: identities.issuer, boundAt: identities.boundAt })
    .from(identities)
    .where(eq(identities.userId, userId))
    .orderBy(identities.issuer);
  return rows.map(({ issuer, boundAt }) => ({ issuer, boundAt: boundAt.toISOString() }));
}

/** Releases a person from their account at a provider and signs them out. Their next sign-in there binds anew. */
export async function releaseIdentity(ctx: UserCtx, input: ReleaseIdentity): Promise<void> {
  const { userId, issuer } = ReleaseIdentity.parse(input);
  if (!canReleaseIdentity(ctx.actor))
    throw new AppError("forbidden", "Only admins release somebody from their account at a sign-in provider.");
  await transact(ctx, async (work) => {
    const [row] = await work.tx
      .delete(identities)
      .where(and(eq(identities.userId, userId), eq(identities.issuer, issuer)))
      .returning({ userId: identities.userId });
    if (!row) throw new AppError("conflict", "This account was released already.");
    work.record({ kind: "identity.released", subjectId: userId, data: { issuer } });
    await revokeSessionsOf(ctx, work, userId);
    await revokeTokensOf(ctx, work, userId);
    await revokeFeedsOf(ctx, work, userId);
  });
}
