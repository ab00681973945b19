import { boolean, integer, pgTable, text } from "drizzle-orm/pg-core";
import { instant } from "#drizzle/schema/columns";

/** One row: the company whose dashboard this is. `setUpAt` is null until the first admin exists. */
export const workspace = pgTable("workspace", {
  id: integer("id").primaryKey(),
  name: text("name").notNull(),
  timeZone: text("time_zone").notNull(),
  setUpAt: instant("set_up_at"),
  /** Whether who signs in with a password must have a second factor. */
  requireSecondFactor: boolean("require_second_factor").notNull().default(false),
});
