import { index, integer, pgTable, text } from "drizzle-orm/pg-core";
import { id, instant, oneOf } from "#drizzle/schema/columns";
import { users } from "#drizzle/schema/users";

/** A signed-in browser. Looked up on each request, so that revoking works at once. */
export const sessions = pgTable(
  "sessions",
  {
    id: id(),
    userId: text("user_id")
      .notNull()
      .references(() => users.id),
    address: text("address"),
    userAgent: text("user_agent"),
    createdAt: instant("created_at").notNull(),
    lastSeenAt: instant("last_seen_at").notNull(),
    expiresAt: instant("expires_at").notNull(),
    revokedAt: instant("revoked_at"),
  },
  (t) => [index("sessions_user_idx").on(t.userId, t.createdAt)],
);

export const LINK_PURPOSES = ["setup", "invitation", "password", "sign_in"] as const;
export type LinkPurpose = (typeof LINK_PURPOSES)[number];

/** A link that works once. Only the SHA-256 of its token is kept. `userId` is null for the setup link. */
export const oneTimeLinks = pgTable(
  "one_time_links",
  {
    id: id(),
    purpose: text("purpose", { enum: LINK_PURPOSES }).notNull(),
    tokenHash: text("token_hash").notNull().unique(),
    userId: text("user_id").references(() => users.id),
    createdBy: text("created_by").references(() => users.id),
    createdAt: instant("created_at").notNull(),
    expiresAt: instant("expires_at").notNull(),
    usedAt: instant("used_at"),
    revokedAt: instant("revoked_at"),
  },
  (t) => [
    index("one_time_links_user_idx").on(t.userId),
    oneOf("one_time_links_purpose_known", t.purpose, LINK_PURPOSES),
  ],
);

/**
 * What is counted per key since its window began: wrong passwords ("account:<sha256 of e-mail>", "address:<ip>", or
 * both), requests for new ones ("reset " before the key), requests of an API token ("token:<id>").
 */
export const throttles = pgTable("throttles", {
  key: text("key").primaryKey(),
  failures: integer("failures").notNull(),
  windowStartedAt: instant("window_started_at").notNull(),
});
