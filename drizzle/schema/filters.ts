import { sql } from "drizzle-orm";
import { jsonb, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { id, instant, oneOf } from "#drizzle/schema/columns";
import { users } from "#drizzle/schema/users";

/** What a person narrows a list down to; each part that is absent lets everything through. */
export type KeptFilter = Record<string, string | undefined>;

/** The lists whose filters can be kept. */
export const FILTERED_LISTS = ["reviews", "leads"] as const;
export type FilteredList = (typeof FILTERED_LISTS)[number];

/** Filters of a list that somebody keeps under a name. */
export const filters = pgTable(
  "filters",
  {
    id: id(),
    userId: text("user_id")
      .notNull()
      .references(() => users.id),
    list: text("list", { enum: FILTERED_LISTS }).notNull().default("reviews"),
    name: text("name").notNull(),
    filter: jsonb("filter").$type<KeptFilter>().notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [
    oneOf("filters_list_known", t.list, FILTERED_LISTS),
    uniqueIndex("filters_user_name_key").on(t.userId, t.list, sql`lower(${t.name})`),
  ],
);
