import { sql } from "drizzle-orm";
import { date, index, integer, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { blockers } from "#drizzle/schema/blockers";
import { id, instant, oneOf } from "#drizzle/schema/columns";
import { drafts } from "#drizzle/schema/drafts";
import { mails } from "#drizzle/schema/mails";
import { actions, questions } from "#drizzle/schema/records";
import { standupDays } from "#drizzle/schema/standups";
import { users } from "#drizzle/schema/users";

export const NOTICE_KINDS = [
  "assigned",
  "handed_over",
  "due",
  "overdue",
  "review",
  "blocker",
  "update",
  "nudged",
] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/**
 * Something a person is told. It holds ids alone: its words are read from what it is about, under the reader's rights.
 * `day` is the reader's own, of what is told once a day.
 */
export const notices = pgTable(
  "notices",
  {
    id: id(),
    userId: text("user_id")
      .notNull()
      .references(() => users.id),
    kind: text("kind", { enum: NOTICE_KINDS }).notNull(),
    draftId: text("draft_id").references(() => drafts.id),
    /** An approval that is taken back takes its actions with it, and what was told of them. */
    actionId: text("action_id").references(() => actions.id, { onDelete: "cascade" }),
    /** A proposed blocker that is no longer said goes, with what was told of it. */
    blockerId: text("blocker_id").references(() => blockers.id, { onDelete: "cascade" }),
    /** An approval that is taken back takes its questions with it too. */
    questionId: text("question_id").references(() => questions.id, { onDelete: "cascade" }),
    /** Who caused it; null for what time brings. */
    actorId: text("actor_id").references(() => users.id),
    /** Who left, of what was theirs; null in notices from before it was kept. */
    leaverId: text("leaver_id").references(() => users.id),
    day: date("day", { mode: "string" }),
    /** The stand-up that their update is for, whose day may be taken off again. */
    standupDayId: text("standup_day_id").references(() => standupDays.id, { onDelete: "cascade" }),
    /** How many actions were overdue, or how many things of somebody who left were handed over. */
    count: integer("count"),
    mailId: text("mail_id").references(() => mails.id),
    createdAt: instant("created_at").notNull(),
    readAt: instant("read_at"),
  },
  (t) => [
    uniqueIndex("notices_once_a_day_key")
      .on(t.userId, t.kind, t.day, sql`coalesce(${t.actionId}, ${t.blockerId}, ${t.questionId}, '')`)
      .where(sql`${t.day} is not null`),
    uniqueIndex("notices_standup_key").on(t.userId, t.standupDayId).where(sql`${t.standupDayId} is not null`),
    index("notices_user_idx").on(t.userId, t.createdAt.desc().nullsFirst(), t.id.desc().nullsFirst()),
    index("notices_unread_idx").on(t.userId).where(sql`${t.readAt} is null`),
    index("notices_mail_idx").on(t.mailId).where(sql`${t.mailId} is not null`),
    index("notices_action_idx").on(t.actionId).where(sql`${t.actionId} is not null`),
    index("notices_question_idx").on(t.questionId).where(sql`${t.questionId} is not null`),
    index("notices_blocker_idx").on(t.blockerId).where(sql`${t.blockerId} is not null`),
    oneOf("notices_kind_known", t.kind, NOTICE_KINDS),
  ],
);

/** How somebody wants to be told; who has no row wants what `lib/notices/settings.ts` says. */
export const noticeSettings = pgTable("notice_settings", {
  userId: text("user_id")
    .primaryKey()
    .references(() => users.id),
  /** The kinds that come by mail too. */
  mail: text("mail", { enum: NOTICE_KINDS }).array().notNull(),
  /** Minutes after midnight by the person's own clock; null for no quiet hours. */
  quietFrom: integer("quiet_from"),
  quietUntil: integer("quiet_until"),
});

/** The morning of one person's working day, on which they are told what is due. Each has one that is still to come. */
export const noticeDays = pgTable(
  "notice_days",
  {
    id: id(),
    userId: text("user_id")
      .notNull()
      .references(() => users.id),
    /** The person's own day. */
    day: date("day", { mode: "string" }).notNull(),
    dueAt: instant("due_at").notNull(),
    doneAt: instant("done_at"),
  },
  (t) => [
    uniqueIndex("notice_days_user_day_key").on(t.userId, t.day),
    uniqueIndex("notice_days_to_come_key").on(t.userId).where(sql`${t.doneAt} is null`),
    index("notice_days_due_idx").on(t.dueAt).where(sql`${t.doneAt} is null`),
  ],
);
