import { sql } from "drizzle-orm";
import { check, index, jsonb, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { id, instant } from "#drizzle/schema/columns";
import { users } from "#drizzle/schema/users";

export const TOKEN_SCOPES = [
  "sources:read",
  "sources:write",
  "drafts:read",
  "records:read",
  "records:write",
  "deliveries:read",
  "leads:read",
  "leads:write",
  "search:read",
] as const;
export type TokenScope = (typeof TOKEN_SCOPES)[number];

/** What a program signs in with, as its person. Only the SHA-256 of its secret is kept. */
export const apiTokens = pgTable(
  "api_tokens",
  {
    id: id(),
    userId: text("user_id")
      .notNull()
      .references(() => users.id),
    name: text("name").notNull(),
    tokenHash: text("token_hash").notNull().unique(),
    scopes: text("scopes", { enum: TOKEN_SCOPES }).array().notNull(),
    createdAt: instant("created_at").notNull(),
    expiresAt: instant("expires_at").notNull(),
    lastUsedAt: instant("last_used_at"),
    revokedAt: instant("revoked_at"),
  },
  (t) => [
    index("api_tokens_user_idx").on(t.userId, t.createdAt),
    check(
      "api_tokens_scopes_known",
      sql`${t.scopes} <@ array[${sql.raw(TOKEN_SCOPES.map((scope) => `'${scope}'`).join(", "))}]::text[]`,
    ),
  ],
);

/** What a request under an Idempotency-Key was answered: its status, its place, and its body. */
export type ReceiptAnswer = { status: number; location?: string; body: unknown };

/** That a request was carried out, written in the transaction that did. `answer` is null only inside of that. */
export const receipts = pgTable(
  "receipts",
  {
    tokenId: text("token_id")
      .notNull()
      .references(() => apiTokens.id),
    /** As the program made it up. */
    key: text("key").notNull(),
    requestHash: text("request_hash").notNull(),
    answer: jsonb("answer").$type<ReceiptAnswer>(),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.tokenId, t.key] }), index("receipts_created_idx").on(t.createdAt)],
);
