import { createHash, randomBytes } from "node:crypto";
import { and, eq, gt, isNull } from "drizzle-orm";
import { oneTimeLinks } from "#drizzle/schema/schema";
import type { LinkPurpose } from "#drizzle/schema/sessions";
import { newId } from "#lib/db/ids";
import { reader, type Tx } from "#lib/db/store";
import { AppError } from "#lib/errors";
import type { Ctx } from "#lib/events/context";
import type { Work } from "#lib/events/transact";

/** How long a one-time link works that is not asked for by mail. */
export const LINK_DAYS = 7;
const DAY_MS = 86_400_000;

/** The token goes into the address and is never stored. */
export type NewLink = { linkId: string; purpose: LinkPurpose; token: string; expiresAt: Date };

/** Makes a link inside a verb's transaction. Earlier unused ones for the same person and purpose stop working. */
export async function makeLink(
  ctx: Ctx,
  tx: Tx,
  purpose: LinkPurpose,
  userId: string | null,
  lifeMs = LINK_DAYS * DAY_MS,
): Promise<NewLink> {
  const now = ctx.now();
  await revokeLinks(ctx, tx, purpose, userId);
  const token = randomBytes(32).toString("base64url");
  const expiresAt = new Date(now.getTime() + lifeMs);
  const linkId = newId("lnk", now);
  await tx.insert(oneTimeLinks).values({
    id: linkId,
    purpose,
    tokenHash: hashToken(token),
    userId,
    createdBy: ctx.actor.kind === "user" ? ctx.actor.id : null,
    createdAt: now,
    expiresAt,
  });
  return { linkId, purpose, token, expiresAt };
}

/** Stops the unused links of a person (null: the setup links). Returns the ids of those it stopped. */
export async function revokeLinks(
  ctx: Ctx,
  tx: Tx,
  purpose: LinkPurpose,
  userId: string | null,
): Promise<string[]> {
  const rows = await tx
    .update(oneTimeLinks)
    .set({ revokedAt: ctx.now() })
    .where(
      and(
        eq(oneTimeLinks.purpose, purpose),
        userId === null ? isNull(oneTimeLinks.userId) : eq(oneTimeLinks.userId, userId),
        isNull(oneTimeLinks.usedAt),
        isNull(oneTimeLinks.revokedAt),
      ),
    )
    .returning({ id: oneTimeLinks.id });
  return rows.map((row) => row.id);
}

/** Stops every unused link of a person: none of them may open an account that has changed hands, ways in or address. */
export async function revokeEveryLink(ctx: Ctx, { tx, record }: Work, userId: string): Promise<void> {
  for (const linkId of await revokeLinks(ctx, tx, "invitation", userId))
    record({ kind: "invitation.revoked", subjectId: linkId, data: { userId } });
  await revokeLinks(ctx, tx, "password", userId);
  await revokeLinks(ctx, tx, "sign_in", userId);
}

/** Uses a link up. Of two who try at once, one gets it; the other gets the `conflict` that says so. */
export async function claimLink(ctx: Ctx, tx: Tx, purpose: LinkPurpose, token: string): Promise<ClaimedLink> {
  const [row] = await tx
    .update(oneTimeLinks)
    .set({ usedAt: ctx.now() })
    .where(
      and(
        named(purpose, token),
        isNull(oneTimeLinks.usedAt),
        isNull(oneTimeLinks.revokedAt),
        gt(oneTimeLinks.expiresAt, ctx.now()),
      ),
    )
    .returning({ linkId: oneTimeLinks.id, userId: oneTimeLinks.userId });
  if (row) return row;
  const [spent] = await tx.select().from(oneTimeLinks).where(named(purpose, token));
  throw spent ? reason(spent) : unknownLink();
}

type ClaimedLink = { linkId: string; userId: string | null };

/** Looks at a link without using it. Throws what `claimLink` would throw. */
export async function checkLink(ctx: Ctx, purpose: LinkPurpose, token: string): Promise<ClaimedLink> {
  const [row] = await reader(ctx.store).select().from(oneTimeLinks).where(named(purpose, token));
  if (!row) throw unknownLink();
  if (row.usedAt || row.revokedAt || row.expiresAt <= ctx.now()) throw reason(row);
  return { linkId: row.id, userId: row.userId };
}

function named(purpose: LinkPurpose, token: string) {
  return and(eq(oneTimeLinks.purpose, purpose), eq(oneTimeLinks.tokenHash, hashToken(token)));
}

// 256 random bits need no salt and no slow hash.
function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

function unknownLink(): AppError {
  return new AppError("not_found", "This link is not known. It may have been cut off when it was copied.");
}

type Spent = Pick<typeof oneTimeLinks.$inferSelect, "usedAt" | "revokedAt" | "createdAt" | "expiresAt">;

function reason(link: Spent): AppError {
  if (link.usedAt) return new AppError("conflict", "This link was used already. Each works once.");
  if (link.revokedAt) return new AppError("conflict", "This link was replaced or withdrawn.");
  const days = Math.floor((link.expiresAt.getTime() - link.createdAt.getTime()) / DAY_MS);
  const life = days >= 1 ? `${days} days` : "an hour";
  return new AppError("conflict", `This link has expired. Each works for ${life}.`);
}
