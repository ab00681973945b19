import { and, asc, eq, isNull, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import {
  actions,
  blockers,
  drafts,
  handovers,
  notices,
  questions,
  standupDays,
  standupUpdates,
  teams,
  users,
} from "#drizzle/schema/schema";
import type { Database, Tx } from "#lib/db/store";
import type { UserActor } from "#lib/events/context";
import { visibleBlocker, visibleDraft } from "#lib/sources/visibility";

const causers = alias(users, "causers");
const leavers = alias(users, "leavers");

/**
 * The condition that keeps a query on `notices` to what its reader may still see: own actions, and blockers and drafts shared with them.
 * An action that is there counts by the draft it is of now: it may have moved to another than the notice was about.
 */
export function visibleNotice(actor: UserActor): SQL {
  const action = sql`select 1 from ${actions} where ${actions.id} = ${notices.actionId}`;
  const seen = sql`(${actions.ownerId} = ${actor.id} or ${visibleDraft(actor, actions.draftId)})`;
  const blocker = sql`select 1 from ${blockers} where ${blockers.id} = ${notices.blockerId} and ${visibleBlocker(actor)}`;
  const question = sql`select 1 from ${questions} where ${questions.id} = ${notices.questionId} and ${visibleDraft(actor, questions.draftId)}`;
  const nothing = sql`coalesce(${notices.draftId}, ${notices.actionId}, ${notices.blockerId}, ${notices.questionId}) is null`;
  return sql`(${nothing} or exists (${blocker}) or exists (${question}) or exists (${action} and ${seen})
    or (${notices.draftId} is not null and not exists (${action}) and (select ${visibleDraft(actor, notices.draftId)})))`;
}

/** Notices with what they are about as it is now. */
export function selectNotices(db: Database | Tx) {
  return db
    .select({
      id: notices.id,
      kind: notices.kind,
      actionId: notices.actionId,
      draftId: notices.draftId,
      blockerId: notices.blockerId,
      questionId: notices.questionId,
      count: notices.count,
      createdAt: notices.createdAt,
      readAt: notices.readAt,
      by: causers.name,
      leaver: leavers.name,
      text: sql<string | null>`coalesce(${actions.text}, ${blockers.text}, ${questions.text})`,
      ownerId: sql<string | null>`coalesce(${actions.ownerId}, ${blockers.ownerId}, ${questions.deciderId})`,
      dueOn: actions.dueOn,
      actionState: actions.state,
      blockerState: blockers.state,
      questionState: questions.state,
      title: drafts.title,
      workflow: drafts.workflow,
      draftState: drafts.state,
      inHandsOf: handovers.toId,
      team: teams.name,
      teamId: teams.id,
      standupState: standupDays.state,
      wrote: sql<boolean>`(${standupUpdates.id} is not null)`,
    })
    .from(notices)
    .leftJoin(actions, eq(actions.id, notices.actionId))
    .leftJoin(blockers, eq(blockers.id, notices.blockerId))
    .leftJoin(questions, eq(questions.id, notices.questionId))
    .leftJoin(drafts, eq(drafts.id, notices.draftId))
    .leftJoin(handovers, eq(handovers.draftId, notices.draftId))
    .leftJoin(standupDays, eq(standupDays.id, notices.standupDayId))
    .leftJoin(teams, eq(teams.id, standupDays.teamId))
    .leftJoin(
      standupUpdates,
      and(
        eq(standupUpdates.teamId, standupDays.teamId),
        eq(standupUpdates.day, standupDays.day),
        eq(standupUpdates.userId, notices.userId),
      ),
    )
    .leftJoin(causers, eq(causers.id, notices.actorId))
    .leftJoin(leavers, eq(leavers.id, notices.leaverId))
    .$dynamic();
}

export type NoticeRow = Awaited<ReturnType<typeof selectNotices>>[number];

/** Whether what a notice says still asks its reader for something. */
export function stillStands({ kind, ...row }: NoticeRow, readerId: string): boolean {
  if (kind === "blocker") return blockerStands(row, readerId);
  if (kind === "nudged") return nudgeStands(row, readerId);
  if (kind === "overdue" || row.count !== null) return true;
  if (kind === "update") return row.standupState === "open" && !row.wrote;
  if (kind === "review") return row.draftState === "pending";
  // A draft, not an action of one.
  if (kind === "handed_over" && row.actionId === null)
    return row.draftState === "pending" && row.inHandsOf === readerId;
  return row.actionState === "open" && row.ownerId === readerId;
}

/** Whether what somebody was reminded of is still open and theirs. */
function nudgeStands(
  row: Pick<NoticeRow, "actionState" | "blockerState" | "questionState" | "ownerId">,
  readerId: string,
): boolean {
  const open = row.actionState ?? row.questionState ?? row.blockerState;
  return row.ownerId === readerId && (open === "open" || open === "owned");
}

/** One that was given is its owner's while they have it; one that was said so often asks until it has an owner or an end. */
function blockerStands(
  { count, blockerState, ownerId }: Pick<NoticeRow, "count" | "blockerState" | "ownerId">,
  readerId: string,
): boolean {
  if (count === null) return blockerState === "owned" && ownerId === readerId;
  return blockerState === "proposed" || blockerState === "open";
}

/** The notices that a mail is to bring and that nobody has read yet, in the order they came. */
export function listMailed(tx: Tx, mailId: string, reader: UserActor): Promise<NoticeRow[]> {
  return selectNotices(tx)
    .where(and(eq(notices.mailId, mailId), isNull(notices.readAt), visibleNotice(reader)))
    .orderBy(asc(notices.createdAt), asc(notices.id));
}
