import { index, pgTable, text } from "drizzle-orm/pg-core";
import { instant } from "#drizzle/schema/columns";
import { drafts } from "#drizzle/schema/drafts";
import { users } from "#drizzle/schema/users";

/** Whom a draft was handed over to, the last time it was. */
export const handovers = pgTable(
  "handovers",
  {
    draftId: text("draft_id")
      .primaryKey()
      .references(() => drafts.id),
    fromId: text("from_id")
      .notNull()
      .references(() => users.id),
    toId: text("to_id")
      .notNull()
      .references(() => users.id),
    note: text("note"),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [index("handovers_to_idx").on(t.toId)],
);
