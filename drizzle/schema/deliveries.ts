import { sql } from "drizzle-orm";
import { index, integer, pgTable, primaryKey, text, uniqueIndex } from "drizzle-orm/pg-core";
import { id, instant, leaving, oneOf } from "#drizzle/schema/columns";
import { drafts } from "#drizzle/schema/drafts";

export const DELIVERY_STATES = [
  "scheduled",
  "sending",
  "sent",
  "failed",
  "unknown",
  "returned",
  "cancelled",
] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

/** One intent to bring an approved revision to one recipient over one channel. */
export const deliveries = pgTable(
  "deliveries",
  {
    id: id(),
    draftId: text("draft_id")
      .notNull()
      .references(() => drafts.id),
    revision: integer("revision").notNull(),
    channel: text("channel").notNull(),
    recipient: text("recipient").notNull(),
    state: text("state", { enum: DELIVERY_STATES }).notNull(),
    ...leaving(),
  },
  (t) => [
    uniqueIndex("deliveries_one_live_key")
      .on(t.draftId, t.channel, t.recipient)
      .where(sql`${t.state} <> 'cancelled'`),
    index("deliveries_state_due_idx").on(t.state, t.dueAt),
    index("deliveries_created_idx").on(t.createdAt.desc().nullsFirst(), t.id.desc().nullsFirst()),
    oneOf("deliveries_state_known", t.state, DELIVERY_STATES),
  ],
);

/** One try of a delivery: written before the channel is touched, closed when its answer is known. */
export const deliveryAttempts = pgTable(
  "delivery_attempts",
  {
    deliveryId: text("delivery_id")
      .notNull()
      .references(() => deliveries.id),
    number: integer("number").notNull(),
    startedAt: instant("started_at").notNull(),
    endedAt: instant("ended_at"),
    answer: text("answer"),
  },
  (t) => [primaryKey({ columns: [t.deliveryId, t.number] })],
);
