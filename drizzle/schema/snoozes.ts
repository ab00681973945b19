import { sql } from "drizzle-orm";
import { index, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { instant } from "#drizzle/schema/columns";
import { drafts } from "#drizzle/schema/drafts";
import { users } from "#drizzle/schema/users";

/** Drafts that somebody put off: out of their own queue until an instant, and on top of it from then on. */
export const snoozes = pgTable(
  "snoozes",
  {
    userId: text("user_id")
      .notNull()
      .references(() => users.id),
    draftId: text("draft_id")
      .notNull()
      .references(() => drafts.id),
    until: instant("until").notNull(),
    createdAt: instant("created_at").notNull(),
    /** When open pages were told that it is back; what is back is told by `until` alone. */
    toldAt: instant("told_at"),
  },
  (t) => [
    primaryKey({ columns: [t.userId, t.draftId] }),
    index("snoozes_until_idx").on(t.userId, t.until),
    index("snoozes_untold_idx").on(t.until).where(sql`${t.toldAt} is null`),
  ],
);
