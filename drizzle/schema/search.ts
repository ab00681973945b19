import { sql } from "drizzle-orm";
import { customType, index, pgTable, text } from "drizzle-orm/pg-core";
import { id, instant, oneOf } from "#drizzle/schema/columns";

export const FOUND_KINDS = [
  "person",
  "lead",
  "document",
  "decision",
  "action",
  "promise",
  "question",
  "blocker",
  "source",
] as const;
export type FoundKind = (typeof FOUND_KINDS)[number];

const lexemes = customType<{ data: string }>({ dataType: () => "tsvector" });

/**
 * The words of everything that can be found, under the id of what they stand in. Triggers of the database keep it in
 * the transaction of whatever changes a text, so that no verb can leave words behind.
 */
export const searchEntries = pgTable(
  "search_entries",
  {
    id: id(),
    kind: text("kind", { enum: FOUND_KINDS }).notNull(),
    /** When what it stands for came to be. */
    at: instant("at").notNull(),
    words: lexemes("words").notNull(),
  },
  (t) => [
    index("search_entries_newest_idx").on(t.kind, t.at.desc().nullsFirst(), t.id.desc().nullsFirst()),
    // One for each kind: a word that is common in one must not be read for the others.
    ...FOUND_KINDS.map((kind) =>
      index(`search_entries_${kind}_idx`)
        .using("gin", t.words)
        .where(sql`${t.kind} = ${sql.raw(`'${kind}'`)}`),
    ),
    oneOf("search_entries_kind_known", t.kind, FOUND_KINDS),
  ],
);

/** How far what was there before the index has been entered, by kind; `after` is the id of the last. */
export const searchFills = pgTable("search_fills", {
  kind: text("kind", { enum: FOUND_KINDS }).primaryKey(),
  after: text("after").notNull(),
  doneAt: instant("done_at"),
});
