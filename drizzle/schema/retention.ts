import { integer, pgTable, text } from "drizzle-orm/pg-core";
import { oneOf } from "#drizzle/schema/columns";

/** What becomes of records when the source behind them goes. */
export const RECORDS_FATES = ["keep", "drop"] as const;
export type RecordsFate = (typeof RECORDS_FATES)[number];

/** How long sources of a workflow are kept after they came in. No row: for ever. */
export const retention = pgTable(
  "retention",
  {
    workflow: text("workflow").primaryKey(),
    days: integer("days").notNull(),
    records: text("records", { enum: RECORDS_FATES }).notNull(),
  },
  (t) => [oneOf("retention_records_known", t.records, RECORDS_FATES)],
);
