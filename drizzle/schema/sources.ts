import { sql } from "drizzle-orm";
import { date, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex } from "drizzle-orm/pg-core";
import { id, instant, oneOf } from "#drizzle/schema/columns";
import { leads } from "#drizzle/schema/leads";
import { series } from "#drizzle/schema/series";
import { teams } from "#drizzle/schema/teams";
import { users } from "#drizzle/schema/users";

export const VISIBILITIES = ["private", "attendees", "team", "open"] as const;
export type Visibility = (typeof VISIBILITIES)[number];

/** How a source came in: pasted, uploaded as a named file, through the API, by mail, from Slack, written by code from what is known, or made by the sample company. */
export type Provenance = {
  via: "paste" | "upload" | "api" | "sample" | "mail" | "slack" | "code";
  fileName?: string;
  format: string;
};

/** Something that came in. Its text is in versions; a correction is a new version. */
export const sources = pgTable(
  "sources",
  {
    id: id(),
    workflow: text("workflow").notNull(),
    title: text("title").notNull(),
    /** Calendar day in `timeZone`, YYYY-MM-DD. */
    heldOn: date("held_on", { mode: "string" }).notNull(),
    timeZone: text("time_zone").notNull(),
    authorId: text("author_id")
      .notNull()
      .references(() => users.id),
    /** Who stands in for an author who left, with the author's rights; an admin names them. */
    keeperId: text("keeper_id").references(() => users.id),
    visibility: text("visibility", { enum: VISIBILITIES }).notNull(),
    teamId: text("team_id").references(() => teams.id),
    /** The meetings it belongs to, or none. */
    seriesId: text("series_id").references(() => series.id),
    /** Whom it is about, where it is part of a lead's timeline. */
    leadId: text("lead_id").references(() => leads.id),
    provenance: jsonb("provenance").$type<Provenance>().notNull(),
    /** SHA-256 of the first version's text: the same text by the same author is the same source. */
    contentHash: text("content_hash").notNull(),
    currentVersion: integer("current_version").notNull().default(1),
    createdAt: instant("created_at").notNull(),
    /** From then on only who could see it, and what runs on it cost, is kept. */
    deletedAt: instant("deleted_at"),
    /** Null also where it was deleted because its time was over. */
    deletedBy: text("deleted_by").references(() => users.id),
  },
  (t) => [
    index("sources_kept_idx").on(t.workflow, t.createdAt).where(sql`${t.deletedAt} is null`),
    uniqueIndex("sources_author_content_key").on(t.authorId, t.workflow, t.contentHash),
    index("sources_series_idx").on(t.seriesId, t.heldOn).where(sql`${t.seriesId} is not null`),
    index("sources_lead_idx").on(t.leadId, t.createdAt).where(sql`${t.leadId} is not null`),
    index("sources_content_idx").on(t.contentHash),
    index("sources_created_idx").on(t.createdAt.desc().nullsFirst(), t.id.desc().nullsFirst()),
    oneOf("sources_visibility_known", t.visibility, VISIBILITIES),
  ],
);

/** `text` is what offsets of evidence count in; `original` is kept where reading the file changed it. */
export const sourceVersions = pgTable(
  "source_versions",
  {
    sourceId: text("source_id")
      .notNull()
      .references(() => sources.id),
    version: integer("version").notNull(),
    text: text("text").notNull(),
    original: text("original"),
    hash: text("hash").notNull(),
    lines: integer("lines").notNull(),
    words: integer("words").notNull(),
    /** Why the text was corrected; null for the first version. */
    reason: text("reason"),
    createdBy: text("created_by")
      .notNull()
      .references(() => users.id),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.sourceId, t.version] })],
);

/** Who was there, as named; `userId` where the roster has the person. */
export const sourceAttendees = pgTable(
  "source_attendees",
  {
    sourceId: text("source_id")
      .notNull()
      .references(() => sources.id),
    position: integer("position").notNull(),
    name: text("name").notNull(),
    userId: text("user_id").references(() => users.id),
  },
  (t) => [
    primaryKey({ columns: [t.sourceId, t.position] }),
    index("source_attendees_user_idx").on(t.userId, t.sourceId).where(sql`${t.userId} is not null`),
  ],
);
