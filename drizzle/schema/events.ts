import { bigint, index, jsonb, pgTable, text } from "drizzle-orm/pg-core";
import { instant } from "#drizzle/schema/columns";

/** One past-tense line of the log. `draftId` and `sourceId` decide who may read it. */
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
  },
  (t) => [
    index("events_subject_idx").on(t.subjectId, t.seq),
    index("events_draft_idx").on(t.draftId, t.seq),
    index("events_actor_idx").on(t.actorId, t.seq),
    index("events_kind_idx").on(t.kind, t.seq),
  ],
);
