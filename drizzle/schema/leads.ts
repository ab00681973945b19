import { sql } from "drizzle-orm";
import {
  bigint,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import { id, instant, oneOf } from "#drizzle/schema/columns";
import { users } from "#drizzle/schema/users";

/** The columns of the pipeline, from the first to the last. */
export const LEAD_STAGES = ["new", "contacted", "connected", "qualified", "proposal", "won", "lost"] as const;
export type LeadStage = (typeof LEAD_STAGES)[number];

/** Where nobody is written to any more. */
export const CLOSED_STAGES = ["won", "lost"] as const satisfies readonly LeadStage[];

/** Somebody outside who may buy. Everybody in the company sees them; what was told of them in private meetings is not here. */
export const leads = pgTable(
  "leads",
  {
    id: id(),
    name: text("name").notNull(),
    /** As it stands after “Hello”; null where only a full name is known. */
    firstName: text("first_name"),
    /** As written. */
    email: text("email"),
    /** The same as addresses are compared: `foldAddress`. */
    address: text("address"),
    company: text("company"),
    title: text("title"),
    phone: text("phone"),
    /** ISO 3166-1 alpha-2, where it is known. */
    country: text("country"),
    ownerId: text("owner_id").references(() => users.id),
    stage: text("stage", { enum: LEAD_STAGES }).notNull(),
    /** How they came to be known: a trade fair, the web site. */
    origin: text("origin"),
    /** What the program they were imported from calls them. */
    externalId: text("external_id"),
    /** What the deal is worth, in hundredths of `currency` (ISO 4217). */
    amountCents: bigint("amount_cents", { mode: "number" }),
    currency: text("currency"),
    nextStep: text("next_step"),
    nextStepOn: date("next_step_on", { mode: "string" }),
    /** What was written about them elsewhere, as it was imported. */
    description: text("description"),
    lastSentAt: instant("last_sent_at"),
    lastReplyAt: instant("last_reply_at"),
    /** The newest of everything that happened; where nothing did, when they were added. */
    lastActivityAt: instant("last_activity_at").notNull(),
    /** The source that holds what is known of them. No foreign key: sources refer to leads. Null until something needs it. */
    factsSourceId: text("facts_source_id"),
    importId: text("import_id"),
    createdBy: text("created_by")
      .notNull()
      .references(() => users.id),
    createdAt: instant("created_at").notNull(),
    /** Raised by each change. */
    version: integer("version").notNull().default(1),
    /** From then on nothing of them is kept but the row. */
    deletedAt: instant("deleted_at"),
  },
  (t) => [
    uniqueIndex("leads_address_key")
      .on(t.address)
      .where(sql`${t.address} is not null and ${t.deletedAt} is null`),
    uniqueIndex("leads_external_key")
      .on(t.externalId)
      .where(sql`${t.externalId} is not null and ${t.deletedAt} is null`),
    index("leads_activity_idx").on(t.lastActivityAt.desc().nullsFirst(), t.id.desc().nullsFirst()),
    index("leads_stage_idx").on(t.stage, t.lastActivityAt.desc().nullsFirst(), t.id.desc().nullsFirst()),
    index("leads_owner_idx").on(t.ownerId, t.lastActivityAt.desc().nullsFirst(), t.id.desc().nullsFirst()),
    index("leads_owner_stage_idx").on(
      t.ownerId,
      t.stage,
      t.lastActivityAt.desc().nullsFirst(),
      t.id.desc().nullsFirst(),
    ),
    index("leads_import_idx")
      .on(t.importId, t.lastActivityAt.desc().nullsFirst(), t.id.desc().nullsFirst())
      .where(sql`${t.importId} is not null`),
    // Labels of the host from its end: all below a domain stand together.
    index("leads_host_idx")
      .on(sql`reverse(split_part(${t.address}, '@', 2)) collate "C"`)
      .where(sql`${t.address} is not null and ${t.deletedAt} is null`),
    index("leads_name_idx").on(sql`lower(${t.name})`),
    index("leads_company_idx").on(sql`lower(${t.company})`),
    oneOf("leads_stage_known", t.stage, LEAD_STAGES),
  ],
);

export const LEAD_ENTRY_KINDS = [
  "note",
  "call",
  "thread",
  "mail_in",
  "mail_out",
  "kept_out",
  "auto_reply",
  "bounce",
  "unsubscribed",
  "promise",
  "stage",
  "imported",
] as const;
export type LeadEntryKind = (typeof LEAD_ENTRY_KINDS)[number];

/** One line of a lead's timeline. Texts are in sources, what left in deliveries; `words` is one line made by code. */
export const leadEntries = pgTable(
  "lead_entries",
  {
    id: id(),
    leadId: text("lead_id")
      .notNull()
      .references(() => leads.id),
    kind: text("kind", { enum: LEAD_ENTRY_KINDS }).notNull(),
    /** When it happened, which may be before it was written down. */
    at: instant("at").notNull(),
    words: text("words").notNull(),
    /** No foreign keys: both refer to leads, and each can go by itself. */
    sourceId: text("source_id"),
    deliveryId: text("delivery_id"),
    promiseId: text("promise_id"),
    /** Who did it or wrote it down; null for what came in by itself. */
    by: text("by").references(() => users.id),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [
    index("lead_entries_lead_idx").on(t.leadId, t.at.desc().nullsFirst(), t.id.desc().nullsFirst()),
    index("lead_entries_source_idx").on(t.sourceId).where(sql`${t.sourceId} is not null`),
    uniqueIndex("lead_entries_promise_key").on(t.promiseId).where(sql`${t.promiseId} is not null`),
    oneOf("lead_entries_kind_known", t.kind, LEAD_ENTRY_KINDS),
  ],
);

export const IMPORT_STATES = ["reading", "mapping", "importing", "done", "failed", "discarded"] as const;
export type ImportState = (typeof IMPORT_STATES)[number];

/** What became of the rows of an import. */
export type ImportCounts = {
  added: number;
  changed: number;
  same: number;
  refused: number;
  /** Addresses that nothing was sent to no longer from then on. */
  optedOut: number;
  /** Rows in which a field held words that could not be read, by field: they were left out. */
  unread: Record<string, number>;
};

/**
 * One file of leads. Its rows wait beside the leads until all of them were read; then they become leads in one
 * transaction, or none does.
 */
export const leadImports = pgTable(
  "lead_imports",
  {
    id: id(),
    fileName: text("file_name").notNull(),
    state: text("state", { enum: IMPORT_STATES }).notNull(),
    /** As it was found, such as "utf-8", "utf-16le" or "windows-1252". */
    encoding: text("encoding").notNull(),
    delimiter: text("delimiter").notNull(),
    /** The words of the first row. */
    columns: text("columns").array().notNull(),
    /** The field of each column, in their order; null for those that are left out. */
    mapping: jsonb("mapping").$type<(string | null)[]>().notNull(),
    /** How many rows there are, and how many of them were looked at. */
    rows: integer("rows").notNull().default(0),
    looked: integer("looked").notNull().default(0),
    counts: jsonb("counts").$type<ImportCounts>(),
    /** Why nothing came of it, as a sentence. */
    reason: text("reason"),
    /** Whose leads those become that name no owner. */
    ownerId: text("owner_id").references(() => users.id),
    /** The currency (ISO 4217) of amounts that name none; where it is null they are left out. */
    currency: text("currency"),
    /** Bytes of the file as the browser told them, and how many of its parts have arrived. */
    size: integer("size").notNull().default(0),
    parts: integer("parts").notNull().default(0),
    /** When the last part arrived; from then on the worker has it. */
    uploadedAt: instant("uploaded_at"),
    /** Raised by each worker that takes it up: whoever has an older number has lost it. */
    attempt: integer("attempt").notNull().default(0),
    /** Until when its worker, or before all of it arrived the browser, is taken to be alive. */
    leaseUntil: instant("lease_until"),
    createdBy: text("created_by")
      .notNull()
      .references(() => users.id),
    createdAt: instant("created_at").notNull(),
    endedAt: instant("ended_at"),
  },
  (t) => [
    index("lead_imports_created_idx").on(t.createdAt.desc().nullsFirst(), t.id.desc().nullsFirst()),
    index("lead_imports_going_idx").on(t.state).where(sql`${t.state} in ('reading', 'importing')`),
    oneOf("lead_imports_state_known", t.state, IMPORT_STATES),
  ],
);

/** A row of a file as it was read; once it is imported only those that were refused are kept. */
export const leadImportRows = pgTable(
  "lead_import_rows",
  {
    importId: text("import_id")
      .notNull()
      .references(() => leadImports.id, { onDelete: "cascade" }),
    /** The line of the file on which it begins, counted from 1. */
    line: integer("line").notNull(),
    cells: text("cells").array().notNull(),
    /** Its fields after mapping; null before, and where it was refused. */
    fields: jsonb("fields").$type<Record<string, unknown>>(),
    /** Why it was refused, as a sentence. */
    problem: text("problem"),
  },
  (t) => [
    primaryKey({ columns: [t.importId, t.line] }),
    index("lead_import_rows_refused_idx").on(t.importId, t.line).where(sql`${t.problem} is not null`),
  ],
);

/** The bytes of a file, in the order of their numbers, until its rows were read. */
export const leadImportParts = pgTable(
  "lead_import_parts",
  {
    importId: text("import_id")
      .notNull()
      .references(() => leadImports.id, { onDelete: "cascade" }),
    /** Counted from 0. */
    number: integer("number").notNull(),
    /** In base64: backups are lines of JSON. */
    bytes: text("bytes").notNull(),
  },
  (t) => [primaryKey({ columns: [t.importId, t.number] })],
);
