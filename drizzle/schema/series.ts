import { integer, pgTable, text } from "drizzle-orm/pg-core";
import { id, instant } from "#drizzle/schema/columns";
import { users } from "#drizzle/schema/users";

/** Meetings of one kind that follow each other. It has no readers of its own: who sees a meeting of it sees it. */
export const series = pgTable("series", {
  id: id(),
  workflow: text("workflow").notNull(),
  name: text("name").notNull(),
  createdBy: text("created_by")
    .notNull()
    .references(() => users.id),
  createdAt: instant("created_at").notNull(),
  /** Raised by each change. */
  version: integer("version").notNull().default(1),
});
