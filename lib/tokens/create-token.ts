import { and, eq, gt, isNull } from "drizzle-orm";
import { apiTokens, users } from "#drizzle/schema/schema";
import { newId } from "#lib/db/ids";
import type { Tx } from "#lib/db/store";
import { AppError } from "#lib/errors";
import type { Ctx } from "#lib/events/context";
import { transact } from "#lib/events/transact";
import { canCreateToken, scopesOf } from "#lib/tokens/policy";
import { CreateToken } from "#lib/tokens/schema";
import { hashSecret, newSecret } from "#lib/tokens/secret";

/** Live tokens that one person has at most. */
const MOST_TOKENS = 25;
const DAY_MS = 86_400_000;

/** `secret` is what a program sends; it is shown this once and never stored. */
export type NewToken = { tokenId: string; secret: string; expiresAt: Date };

/**
 * Makes an API token that acts as a person, who is the actor but on the command line. `forbidden` for somebody else
 * and for scopes that their role doesn't have.
 */
export async function createToken(ctx: Ctx, input: CreateToken): Promise<NewToken> {
  const { name, scopes, days, userId = actorId(ctx) } = CreateToken.parse(input);
  if (!canCreateToken(ctx.actor, userId))
    throw new AppError("forbidden", "A token acts as its person, so everybody makes their own.");
  const now = ctx.now();
  const token = { tokenId: newId("tok", now), secret: newSecret("cs_") };
  const expiresAt = new Date(now.getTime() + days * DAY_MS);
  return transact(ctx, async ({ tx, record }) => {
    const { role } = await lockPerson(tx, userId);
    const beyond = scopes.filter((scope) => !scopesOf(role).includes(scope));
    if (beyond.length > 0)
      throw new AppError("forbidden", `The role ${role} doesn’t go as far as ${beyond.join(", ")}.`);
    await refuseTooMany(ctx, tx, userId);
    await tx.insert(apiTokens).values({
      id: token.tokenId,
      userId,
      name,
      tokenHash: hashSecret(token.secret),
      scopes,
      createdAt: now,
      expiresAt,
    });
    record({ kind: "token.created", subjectId: token.tokenId, data: { userId, scopes } });
    return { ...token, expiresAt };
  });
}

function actorId({ actor }: Ctx): string {
  if (actor.kind === "user") return actor.id;
  throw new AppError("invalid", "Say whose token it is.");
}

// Locked, so that nobody is deactivated or gets too many tokens meanwhile.
async function lockPerson(tx: Tx, userId: string) {
  const [person] = await tx
    .select({ role: users.role })
    .from(users)
    .where(and(eq(users.id, userId), isNull(users.deactivatedAt)))
    .for("update");
  if (!person) throw new AppError("not_found", "Nobody who works here has this id.");
  return person;
}

async function refuseTooMany(ctx: Ctx, tx: Tx, userId: string): Promise<void> {
  const live = await tx.$count(
    apiTokens,
    and(eq(apiTokens.userId, userId), isNull(apiTokens.revokedAt), gt(apiTokens.expiresAt, ctx.now())),
  );
  if (live >= MOST_TOKENS)
    throw new AppError(
      "conflict",
      `There are ${live} tokens already, which is the most. Revoke one that is not used.`,
    );
}
