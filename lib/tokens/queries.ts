import { and, desc, eq, gt, isNull, lt, or } from "drizzle-orm";
import { apiTokens, users } from "#drizzle/schema/schema";
import type { TokenScope } from "#drizzle/schema/tokens";
import type { Role } from "#drizzle/schema/users";
import { reader } from "#lib/db/store";
import type { Ports, UserCtx } from "#lib/events/context";
import { scopesOf } from "#lib/tokens/policy";
import { hashSecret, looksLikeSecret } from "#lib/tokens/secret";

/** How long an expired token is still listed, so that whoever wonders finds out why it stopped. */
const SHOWN_MS = 30 * 86_400_000;
const USED_MS = 60_000;

/** A token as its person recognises it. Its secret can't be shown again. */
export type TokenRow = {
  id: string;
  userId: string;
  userName: string;
  name: string;
  scopes: TokenScope[];
  createdAt: Date;
  expiresAt: Date;
  lastUsedAt: Date | null;
  expired: boolean;
};

/** The actor's own tokens, and everybody's for admins, the newest first. */
export async function listTokens(ctx: UserCtx): Promise<TokenRow[]> {
  const now = ctx.now();
  const rows = await reader(ctx.store)
    .select({ ...SHOWN, userName: users.name })
    .from(apiTokens)
    .innerJoin(users, eq(users.id, apiTokens.userId))
    .where(
      and(
        isNull(apiTokens.revokedAt),
        gt(apiTokens.expiresAt, new Date(now.getTime() - SHOWN_MS)),
        ctx.actor.role === "admin" ? undefined : eq(apiTokens.userId, ctx.actor.id),
      ),
    )
    .orderBy(desc(apiTokens.createdAt), desc(apiTokens.id));
  return rows.map((row) => ({ ...row, expired: row.expiresAt <= now }));
}

/** Who a live token belongs to, and what it may do now that its person has this role. */
export type LiveToken = {
  id: string;
  name: string;
  userId: string;
  userName: string;
  role: Role;
  scopes: TokenScope[];
};

/**
 * The token with this secret, unless it was revoked, ran out, or its person was deactivated.
 * Notes that it was used, at most once a minute.
 */
export async function findLiveToken(
  ports: Pick<Ports, "store" | "now">,
  secret: string,
): Promise<LiveToken | undefined> {
  if (!looksLikeSecret(secret, "cs_")) return undefined;
  const now = ports.now();
  const [row] = await reader(ports.store)
    .select({ ...SHOWN, userName: users.name, role: users.role })
    .from(apiTokens)
    .innerJoin(users, eq(users.id, apiTokens.userId))
    .where(
      and(
        eq(apiTokens.tokenHash, hashSecret(secret)),
        isNull(apiTokens.revokedAt),
        gt(apiTokens.expiresAt, now),
        isNull(users.deactivatedAt),
      ),
    );
  if (!row) return undefined;
  if (row.lastUsedAt === null || now.getTime() - row.lastUsedAt.getTime() >= USED_MS)
    await noteUse(ports, row.id);
  const { id, name, userId, userName, role } = row;
  const allowed = scopesOf(role);
  return { id, name, userId, userName, role, scopes: row.scopes.filter((scope) => allowed.includes(scope)) };
}

async function noteUse({ store, now }: Pick<Ports, "store" | "now">, id: string): Promise<void> {
  await reader(store)
    .update(apiTokens)
    .set({ lastUsedAt: now() })
    .where(and(eq(apiTokens.id, id), or(isNull(apiTokens.lastUsedAt), lt(apiTokens.lastUsedAt, now()))));
}

const SHOWN = {
  id: apiTokens.id,
  userId: apiTokens.userId,
  name: apiTokens.name,
  scopes: apiTokens.scopes,
  createdAt: apiTokens.createdAt,
  expiresAt: apiTokens.expiresAt,
  lastUsedAt: apiTokens.lastUsedAt,
};
