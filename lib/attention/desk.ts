import { and, asc, eq, gt, gte, inArray, isNotNull, ne } from "drizzle-orm";
import { deliveries, drafts, holds, users } from "#drizzle/schema/schema";
import { canSeeAttention } from "#lib/attention/policy";
import { atMost } from "#lib/db/at-most";
import { countEach } from "#lib/db/count";
import { rowByRow } from "#lib/db/row-by-row";
import { type Database, reader } from "#lib/db/store";
import { AppError } from "#lib/errors";
import type { UserCtx } from "#lib/events/context";
import { addDays, type Day } from "#lib/format/dates";
import { instantAt, isWorkingDay } from "#lib/format/zoned";
import { visibleDraft } from "#lib/sources/visibility";
import type { Calendar } from "#lib/users/calendar";
import { findWorkflow } from "#lib/workflows/registry";

/** Drafts of one workflow that wait: how long each of them has, in milliseconds, the longest first. */
export type WaitingQueue = { workflow: string; label: string; ages: number[] };

/** Who has which draft open. `since` is an ISO instant. */
export type AtWork = { draftId: string; title: string; by: string; since: string };

/** Deliveries since the last working day, and those that are yet to leave. */
export type Outgoing = {
  sent: number;
  scheduled: number;
  unknown: { id: string; title: string }[];
};

/** What a leader sees beside the list. `more` says that more drafts wait than were looked at. */
export type DeskSide = {
  queues: WaitingQueue[];
  more: boolean;
  atWork: AtWork[];
  outgoing: Outgoing;
  /** The evening of the last working day: an ISO instant, and the day it was. */
  since: { at: string; day: Day };
  approved: number;
};

/** So many drafts are looked at, the oldest. */
const MOST_WAITING = 500;
const MOST_AT_WORK = 6;
const MOST_UNKNOWN = 3;
const MOST_COUNTED = 1000;
/** 17:30, after which what happens is news the next morning. */
const EVENING = 17 * 60 + 30;

/** The queue, who is at work on it and what left since the last working day, of what the actor may see. `forbidden` for members and viewers. */
export async function getDeskSide(ctx: UserCtx, { timeZone, today }: Calendar): Promise<DeskSide> {
  if (!canSeeAttention(ctx.actor))
    throw new AppError("forbidden", "Leaders and admins see the queue of the company.");
  const db = reader(ctx.store);
  const day = await lastWorkingDay(ctx, db, today);
  const at = instantAt(day, EVENING, timeZone);
  const [waiting, atWork, counts, unknown] = await Promise.all([
    readWaiting(ctx, db),
    readAtWork(ctx, db),
    countSince(ctx, at),
    readUnknown(ctx, db),
  ]);
  return {
    ...waiting,
    atWork,
    outgoing: { sent: counts.sent, scheduled: counts.scheduled, unknown },
    since: { at: at.toISOString(), day },
    approved: counts.approved,
  };
}

async function lastWorkingDay(ctx: UserCtx, db: Database, today: Day): Promise<Day> {
  const [row] = await db.select({ days: users.workingDays }).from(users).where(eq(users.id, ctx.actor.id));
  for (let ago = 1; ago <= 7; ago++) {
    const day = addDays(today, -ago);
    if (isWorkingDay(day, row?.days ?? [])) return day;
  }
  return addDays(today, -1);
}

async function readWaiting(ctx: UserCtx, db: Database): Promise<{ queues: WaitingQueue[]; more: boolean }> {
  const rows = await db
    .select({ workflow: drafts.workflow, createdAt: drafts.createdAt })
    .from(drafts)
    .where(and(eq(drafts.state, "pending"), rowByRow(visibleDraft(ctx.actor, drafts.id))))
    .orderBy(asc(drafts.createdAt), asc(drafts.id))
    .limit(atMost(MOST_WAITING + 1));
  const now = ctx.now().getTime();
  const byWorkflow = Map.groupBy(rows.slice(0, MOST_WAITING), ({ workflow }) => workflow);
  const queues = [...byWorkflow].map(([workflow, waiting]) => ({
    workflow,
    label: findWorkflow(workflow)?.label ?? workflow,
    ages: waiting.map(({ createdAt }) => now - createdAt.getTime()),
  }));
  return {
    queues: queues.toSorted(
      (one, other) => other.ages.length - one.ages.length || one.label.localeCompare(other.label),
    ),
    more: rows.length > MOST_WAITING,
  };
}

async function readAtWork(ctx: UserCtx, db: Database): Promise<AtWork[]> {
  const rows = await db
    .select({ draftId: drafts.id, title: drafts.title, by: users.name, since: holds.takenAt })
    .from(holds)
    .innerJoin(users, eq(users.id, holds.holderId))
    .innerJoin(drafts, eq(drafts.id, holds.draftId))
    .where(
      and(
        isNotNull(holds.holderId),
        gt(holds.expiresAt, ctx.now()),
        eq(drafts.state, "pending"),
        rowByRow(visibleDraft(ctx.actor, drafts.id)),
      ),
    )
    .orderBy(asc(holds.takenAt))
    .limit(atMost(MOST_AT_WORK));
  return rows.map((row) => ({ ...row, since: row.since.toISOString() }));
}

function countSince(ctx: UserCtx, at: Date) {
  const visible = rowByRow(visibleDraft(ctx.actor, deliveries.draftId));
  return countEach(ctx, {
    approved: {
      table: drafts,
      where: and(
        gte(drafts.decidedAt, at),
        eq(drafts.state, "approved"),
        rowByRow(visibleDraft(ctx.actor, drafts.id)),
      ),
      most: MOST_COUNTED,
    },
    sent: {
      table: deliveries,
      where: and(eq(deliveries.state, "sent"), gte(deliveries.endedAt, at), visible),
      most: MOST_COUNTED,
    },
    scheduled: {
      table: deliveries,
      where: and(inArray(deliveries.state, ["scheduled", "sending"]), visible),
      most: MOST_COUNTED,
    },
  });
}

function readUnknown(ctx: UserCtx, db: Database): Promise<{ id: string; title: string }[]> {
  return db
    .select({ id: deliveries.id, title: drafts.title })
    .from(deliveries)
    .innerJoin(drafts, eq(drafts.id, deliveries.draftId))
    .where(
      and(
        eq(deliveries.state, "unknown"),
        ne(drafts.state, "deleted"),
        rowByRow(visibleDraft(ctx.actor, deliveries.draftId)),
      ),
    )
    .orderBy(asc(deliveries.dueAt))
    .limit(atMost(MOST_UNKNOWN));
}
