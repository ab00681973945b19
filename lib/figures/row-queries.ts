import { and, desc, eq, gte, lt, type SQL, sql } from "drizzle-orm";
import { actions, drafts, modelCalls, reviews, runs, sources, users } from "#drizzle/schema/schema";
import { olderThan, PAGE_ROWS, type Page, toPage } from "#lib/db/page";
import { type Database, reader } from "#lib/db/store";
import type { UserActor, UserCtx } from "#lib/events/context";
import { DECISIONS, decidedIn } from "#lib/figures/decided";
import { ofTeam } from "#lib/figures/people-of";
import { sentIn, workWeek } from "#lib/figures/people-queries";
import { periodOf, spanOf } from "#lib/figures/period";
import { refuseFigures } from "#lib/figures/policy";
import { doneIn, openedIn } from "#lib/figures/record-queries";
import { FigureRowsOf } from "#lib/figures/schema";
import { readBilledMonth } from "#lib/figures/spend-queries";
import type { Day } from "#lib/format/dates";
import { visibleRun } from "#lib/runs/visibility";
import type { Calendar } from "#lib/users/calendar";

/** One row behind a figure; `title` and `href` are null where its sources aren't shared with the actor. */
export type FigureRow = {
  id: string;
  title: string | null;
  href: string | null;
  by: string | null;
  /** An ISO instant. */
  at: string;
  /** Of a run: what it cost in micro-dollars, and how many of its calls have no known price. */
  micros?: number;
  unknown?: number;
};

/** All rows behind a figure: how many, of which days, and one page of them, the last first. */
export type FigureRows = { from: Day; to: Day; count: number; micros: number; page: Page<FigureRow> };

type Asked = {
  actor: UserActor;
  teamId: string | undefined;
  who: string | undefined;
  workflow: string | undefined;
  cursor: string | undefined;
  from: Date;
  until: Date;
};
type Listed = { count: number; micros?: number; rows: (Omit<FigureRow, "at"> & { at: Date })[] };

/** The rows behind one figure of Today, by the very conditions it is counted by. `forbidden` for members and viewers. */
export async function listFigureRows(
  ctx: UserCtx,
  input: FigureRowsOf,
  { timeZone, today }: Calendar,
): Promise<FigureRows> {
  refuseFigures(ctx.actor);
  const { of, period: kind, ago, teamId, who, workflow, cursor } = FigureRowsOf.parse(input);
  const db = reader(ctx.store);
  const period = periodOf(kind, ago, today);
  const month = of === "spend" ? await readBilledMonth(db, ctx.now(), period, today) : null;
  const days = month ?? (of === "sent" ? workWeek(period, today) : period);
  const span = spanOf(days, month?.timeZone ?? timeZone);
  const asked: Asked = { actor: ctx.actor, teamId, who, workflow, cursor, ...span };
  const { count, micros = 0, rows } = await listOf(db, of, asked);
  const page = toPage(rows, (last) => [last.at.toISOString(), last.id]);
  const shown = page.rows.map((row) => ({ ...row, at: row.at.toISOString() }));
  return { from: days.from, to: days.to, count, micros, page: { ...page, rows: shown } };
}

function listOf(db: Database, of: FigureRowsOf["of"], asked: Asked): Promise<Listed> {
  if (of === "spend") return listRuns(db, asked);
  if (of === "sent") return listSent(db, asked);
  if (of === "opened") return listActions(db, asked, actions.createdAt, openedIn(asked));
  if (of === "done") return listActions(db, asked, actions.closedAt, doneIn(asked));
  return listDecisions(db, asked, DECISIONS[of]);
}

const MOST = PAGE_ROWS + 1;
const ALL = sql<number>`count(*)`.mapWith(Number);

async function listDecisions(db: Database, asked: Asked, decision: SQL): Promise<Listed> {
  const { who, workflow, cursor } = asked;
  const where = and(
    decidedIn(asked),
    decision,
    who ? eq(reviews.reviewerId, who) : undefined,
    workflow ? eq(drafts.workflow, workflow) : undefined,
  );
  const [counted, rows] = await Promise.all([
    db.select({ count: ALL }).from(reviews).innerJoin(drafts, eq(drafts.id, reviews.draftId)).where(where),
    db
      .select({
        id: reviews.id,
        title: drafts.title,
        href: sql<string>`'/reviews/' || ${drafts.id}`,
        by: users.name,
        at: reviews.createdAt,
      })
      .from(reviews)
      .innerJoin(drafts, eq(drafts.id, reviews.draftId))
      .innerJoin(users, eq(users.id, reviews.reviewerId))
      .where(and(where, olderThan(cursor, reviews.createdAt, reviews.id)))
      .orderBy(desc(reviews.createdAt), desc(reviews.id))
      .limit(MOST),
  ]);
  return { count: counted[0]?.count ?? 0, rows };
}

type Instant = typeof actions.createdAt | typeof actions.closedAt;

async function listActions(
  db: Database,
  { cursor }: Asked,
  at: Instant,
  where: SQL | undefined,
): Promise<Listed> {
  const [counted, rows] = await Promise.all([
    db.select({ count: ALL }).from(actions).where(where),
    db
      .select({
        id: actions.id,
        title: actions.text,
        href: sql<string>`'/actions?open=' || ${actions.id}`,
        by: users.name,
        at: sql<Date>`${at}`.mapWith(actions.createdAt),
      })
      .from(actions)
      .leftJoin(users, eq(users.id, actions.ownerId))
      .where(and(where, olderThan(cursor, at, actions.id)))
      .orderBy(desc(at), desc(actions.id))
      .limit(MOST),
  ]);
  return { count: counted[0]?.count ?? 0, rows };
}

async function listSent(db: Database, asked: Asked): Promise<Listed> {
  const { actor, teamId, who, cursor } = asked;
  const where = and(
    sentIn(actor, asked),
    ofTeam(sources.authorId, teamId),
    who ? eq(sources.authorId, who) : undefined,
  );
  const [counted, rows] = await Promise.all([
    db.select({ count: ALL }).from(sources).where(where),
    db
      .select({
        id: sources.id,
        title: sources.title,
        href: sql<string>`'/sources/' || ${sources.id}`,
        by: users.name,
        at: sources.createdAt,
      })
      .from(sources)
      .innerJoin(users, eq(users.id, sources.authorId))
      .where(and(where, olderThan(cursor, sources.createdAt, sources.id)))
      .orderBy(desc(sources.createdAt), desc(sources.id))
      .limit(MOST),
  ]);
  return { count: counted[0]?.count ?? 0, rows };
}

/** It is the bill: of all runs, those that aren't shared without their name. */
async function listRuns(
  db: Database,
  { actor, teamId, workflow, cursor, from, until }: Asked,
): Promise<Listed> {
  const calls = db
    .select({
      runId: modelCalls.runId,
      micros: sql<number>`coalesce(sum(${modelCalls.costMicros}), 0)`.mapWith(Number).as("micros"),
      unknown:
        sql<number>`count(*) filter (where ${modelCalls.costMicros} is null and ${modelCalls.outcome} <> 'pending')`
          .mapWith(Number)
          .as("unknown"),
    })
    .from(modelCalls)
    .where(and(gte(modelCalls.startedAt, from), lt(modelCalls.startedAt, until)))
    .groupBy(modelCalls.runId)
    .as("calls");
  const where = and(workflow ? eq(runs.workflow, workflow) : undefined, ofTeam(runs.requestedBy, teamId));
  const [counted, rows] = await Promise.all([
    db
      .select({ count: ALL, micros: sql<number>`coalesce(sum(${calls.micros}), 0)`.mapWith(Number) })
      .from(calls)
      .innerJoin(runs, eq(runs.id, calls.runId))
      .where(where),
    db
      .select({
        id: runs.id,
        draft: drafts.title,
        isShown: sql<boolean>`${visibleRun(actor)}`,
        by: users.name,
        at: runs.createdAt,
        micros: calls.micros,
        unknown: calls.unknown,
      })
      .from(calls)
      .innerJoin(runs, eq(runs.id, calls.runId))
      .innerJoin(users, eq(users.id, runs.requestedBy))
      .leftJoin(drafts, eq(drafts.id, runs.draftId))
      .where(and(where, olderThan(cursor, runs.createdAt, runs.id)))
      .orderBy(desc(runs.createdAt), desc(runs.id))
      .limit(MOST),
  ]);
  const shown = rows.map(({ draft, isShown, by, ...row }) => ({
    ...row,
    title: isShown ? (draft ?? "A run without a draft") : null,
    href: isShown ? `/runs/${row.id}` : null,
    by: isShown ? by : null,
  }));
  return { count: counted[0]?.count ?? 0, micros: counted[0]?.micros ?? 0, rows: shown };
}
