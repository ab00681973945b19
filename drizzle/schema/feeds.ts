import { sql } from "drizzle-orm";
import { pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { id, instant } from "#drizzle/schema/columns";
import { users } from "#drizzle/schema/users";

/** A person's actions as a calendar, for whoever has its secret address. Only the SHA-256 of the secret is kept. */
export const feeds = pgTable(
  "feeds",
  {
    id: id(),
    userId: text("user_id")
      .notNull()
      .references(() => users.id),
    secretHash: text("secret_hash").notNull().unique(),
    createdAt: instant("created_at").notNull(),
    lastReadAt: instant("last_read_at"),
    revokedAt: instant("revoked_at"),
  },
  (t) => [uniqueIndex("feeds_one_live_key").on(t.userId).where(sql`${t.revokedAt} is null`)],
);
