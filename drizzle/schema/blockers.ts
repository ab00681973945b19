import { sql } from "drizzle-orm";
import { date, index, integer, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { id, instant, oneOf } from "#drizzle/schema/columns";
import { drafts } from "#drizzle/schema/drafts";
import { sources } from "#drizzle/schema/sources";
import { STANDUP_VISIBILITIES } from "#drizzle/schema/standups";
import { teams } from "#drizzle/schema/teams";
import { users } from "#drizzle/schema/users";

/** `proposed` until a person confirms it; `accepted` where it was decided to live with it; `dismissed` is none. */
export const BLOCKER_STATES = ["proposed", "open", "owned", "resolved", "accepted", "dismissed"] as const;
export type BlockerState = (typeof BLOCKER_STATES)[number];

/** Something that keeps somebody from going on, said at a stand-up, until somebody resolves it. */
export const blockers = pgTable(
  "blockers",
  {
    id: id(),
    teamId: text("team_id")
      .notNull()
      .references(() => teams.id),
    /** Who sees it: everybody, or the team and its lead, as its updates are seen. */
    visibility: text("visibility", { enum: STANDUP_VISIBILITIES }).notNull(),
    text: text("text").notNull(),
    /** Whose it is; as named, for people who are not on the roster. */
    personId: text("person_id").references(() => users.id),
    personName: text("person_name").notNull(),
    /** Who gets it out of the way. */
    ownerId: text("owner_id").references(() => users.id),
    /** Who could get it out of the way, as its words name them: a suggestion, nobody's task. */
    waitsForId: text("waits_for_id").references(() => users.id),
    /** The team it waits for, where that is another one. */
    waitsForTeamId: text("waits_for_team_id").references(() => teams.id),
    state: text("state", { enum: BLOCKER_STATES }).notNull(),
    /** The team's own days on which it was first and last said, and on how many. */
    firstOn: date("first_on", { mode: "string" }).notNull(),
    lastOn: date("last_on", { mode: "string" }).notNull(),
    days: integer("days").notNull().default(1),
    /** How it was resolved, or why it is lived with, in one line. */
    closing: text("closing"),
    closedAt: instant("closed_at"),
    closedBy: text("closed_by").references(() => users.id),
    /** When it had been said so often that an owner or a decision is asked for. */
    escalatedAt: instant("escalated_at"),
    /** The digest whose approval confirmed it, if one did. */
    draftId: text("draft_id").references(() => drafts.id),
    /** The statement of that digest it stands in, and the version its approval left: 1 where the approval made it. */
    statementId: text("statement_id"),
    confirmedVersion: integer("confirmed_version"),
    version: integer("version").notNull().default(1),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [
    index("blockers_state_idx").on(t.state, t.firstOn, t.id),
    index("blockers_team_idx").on(t.teamId, t.state, t.firstOn, t.id),
    index("blockers_person_idx").on(t.personId, t.state, t.firstOn, t.id),
    index("blockers_owner_idx").on(t.ownerId, t.state, t.firstOn, t.id),
    index("blockers_closed_idx").on(t.state, t.closedAt.desc().nullsFirst(), t.id.desc().nullsFirst()),
    index("blockers_draft_idx").on(t.draftId).where(sql`${t.draftId} is not null`),
    oneOf("blockers_state_known", t.state, BLOCKER_STATES),
    oneOf("blockers_visibility_known", t.visibility, STANDUP_VISIBILITIES),
  ],
);

/** One time a blocker was said, in the words of that day. Offsets are UTF-16 units into that version's text. */
export const blockerSayings = pgTable(
  "blocker_sayings",
  {
    blockerId: text("blocker_id")
      .notNull()
      .references(() => blockers.id),
    sourceId: text("source_id")
      .notNull()
      .references(() => sources.id),
    sourceVersion: integer("source_version").notNull(),
    day: date("day", { mode: "string" }).notNull(),
    userId: text("user_id").references(() => users.id),
    quote: text("quote").notNull(),
    start: integer("start_offset").notNull(),
    end: integer("end_offset").notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.blockerId, t.sourceId, t.start] }),
    index("blocker_sayings_source_idx").on(t.sourceId, t.start),
  ],
);
