import { and, eq, isNull } from "drizzle-orm";
import { apiTokens } from "#drizzle/schema/schema";
import { reader } from "#lib/db/store";
import { AppError } from "#lib/errors";
import type { Ctx, UserCtx } from "#lib/events/context";
import { transact, type Work } from "#lib/events/transact";
import { canRevokeToken } from "#lib/tokens/policy";
import { RevokeToken } from "#lib/tokens/schema";

/** Ends a token at once: the next request with it is refused. Somebody else's is `not_found` but for admins. */
export async function revokeToken(ctx: UserCtx, input: RevokeToken): Promise<void> {
  const { tokenId } = RevokeToken.parse(input);
  const [token] = await reader(ctx.store)
    .select({ userId: apiTokens.userId })
    .from(apiTokens)
    .where(eq(apiTokens.id, tokenId));
  if (!token || !canRevokeToken(ctx.actor, token))
    throw new AppError("not_found", "There is no such token, or it is not yours.");
  await transact(ctx, async ({ tx, record }) => {
    const [revoked] = await tx
      .update(apiTokens)
      .set({ revokedAt: ctx.now() })
      .where(and(eq(apiTokens.id, tokenId), isNull(apiTokens.revokedAt)))
      .returning({ userId: apiTokens.userId });
    if (!revoked) throw new AppError("conflict", "This token was revoked already.");
    record({ kind: "token.revoked", subjectId: tokenId, data: revoked });
  });
}

/** Ends all tokens of a person inside a verb's transaction. */
export async function revokeTokensOf(ctx: Ctx, { tx, record }: Work, userId: string): Promise<void> {
  const revoked = await tx
    .update(apiTokens)
    .set({ revokedAt: ctx.now() })
    .where(and(eq(apiTokens.userId, userId), isNull(apiTokens.revokedAt)))
    .returning({ id: apiTokens.id });
  for (const { id } of revoked) record({ kind: "token.revoked", subjectId: id, data: { userId } });
}
