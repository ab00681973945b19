import { sql } from "drizzle-orm";
import { jsonb, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { id, instant } from "#drizzle/schema/columns";
import { users } from "#drizzle/schema/users";

/** What a person narrows the queue down to; each part that is absent lets everything through. */
export type KeptFilter = { show?: string; workflow?: string; by?: string };

/** Filters of the queue that somebody keeps under a name. */
export const filters = pgTable(
  "filters",
  {
    id: id(),
    userId: text("user_id")
      .notNull()
      .references(() => users.id),
    name: text("name").notNull(),
    filter: jsonb("filter").$type<KeptFilter>().notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [uniqueIndex("filters_user_name_key").on(t.userId, sql`lower(${t.name})`)],
);
