import { boolean, integer, jsonb, pgTable, text } from "drizzle-orm/pg-core";
import { instant } from "#drizzle/schema/columns";

/** Why drafts are rejected, as the company says it. One that is retired is offered no more, and keeps its count. */
export type RejectReason = { id: string; label: string; retired: boolean };

export const FIRST_REASONS: RejectReason[] = [
  { id: "not-a-meeting", label: "Not a meeting", retired: false },
  { id: "much-is-wrong", label: "Too much is wrong", retired: false },
  { id: "recorded-elsewhere", label: "Already recorded elsewhere", retired: false },
];

/** One row: the company whose dashboard this is. `setUpAt` is null until the first admin exists. */
export const workspace = pgTable("workspace", {
  id: integer("id").primaryKey(),
  name: text("name").notNull(),
  timeZone: text("time_zone").notNull(),
  setUpAt: instant("set_up_at"),
  /** Whether who signs in with a password must have a second factor. */
  requireSecondFactor: boolean("require_second_factor").notNull().default(false),
  /** In the order in which they are offered; the version is what somebody who changes them saw. */
  rejectReasons: jsonb("reject_reasons").$type<RejectReason[]>().notNull().default(FIRST_REASONS),
  rejectReasonsVersion: integer("reject_reasons_version").notNull().default(1),
});
