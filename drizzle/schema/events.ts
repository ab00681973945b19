import { bigint, index, jsonb, pgTable, text } from "drizzle-orm/pg-core";
import { instant } from "#drizzle/schema/columns";

/** The ways into Countersign. */
export const DOORS = ["page", "command", "api", "mcp", "slack"] as const;
export type Door = (typeof DOORS)[number];

/** One past-tense line of the log. `draftId` and `sourceId` decide who may read it. Never changed or deleted. */
export const events = pgTable(
  "events",
  {
    seq: bigint("seq", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    at: instant("at").notNull(),
    kind: text("kind").notNull(),
    actorKind: text("actor_kind", { enum: ["user", "system"] }).notNull(),
    actorId: text("actor_id"),
    /** The thing it happened to: id of a source, run, draft, action, user, session ... */
    subjectId: text("subject_id").notNull(),
    sourceId: text("source_id"),
    draftId: text("draft_id"),
    data: jsonb("data").$type<Record<string, unknown>>().notNull(),
    /** The way it came in; null for what Countersign does of itself, and for what is older than this column. */
    door: text("door", { enum: DOORS }),
    /** SHA-256 over what `event_origins` holds beside it; null where that is nothing. */
    originHash: text("origin_hash"),
  },
  (t) => [
    index("events_subject_idx").on(t.subjectId, t.seq),
    index("events_draft_idx").on(t.draftId, t.seq),
    index("events_actor_idx").on(t.actorId, t.seq),
    index("events_kind_idx").on(t.kind, t.seq),
    index("events_at_idx").on(t.at, t.seq),
  ],
);

/** Where an event came from, beside it because it is personal: deleted on request, while the log still verifies. */
export const eventOrigins = pgTable("event_origins", {
  seq: bigint("seq", { mode: "number" })
    .primaryKey()
    .references(() => events.seq),
  /** Random, so that nobody can find the address out from its hash. */
  salt: text("salt").notNull(),
  address: text("address"),
  device: text("device"),
});

/** Events that no seal covers yet. A trigger writes it with each event; the sealer empties it. */
export const unsealedEvents = pgTable("unsealed_events", {
  seq: bigint("seq", { mode: "number" })
    .primaryKey()
    .references(() => events.seq),
});

/** The chain over the log: `hash` is SHA-256 over the hash before it and that of the event. Never changed or deleted. */
export const seals = pgTable("seals", {
  /** 1, 2, 3 … without a gap, in the order of sealing. */
  position: bigint("position", { mode: "number" }).primaryKey(),
  seq: bigint("seq", { mode: "number" })
    .notNull()
    .unique()
    .references(() => events.seq),
  hash: text("hash").notNull(),
});
