import { and, eq, gte, isNotNull, lt, sql } from "drizzle-orm";
import { baselines, drafts, reviews, runs } from "#drizzle/schema/schema";
import { rowByRow } from "#lib/db/row-by-row";
import { type Database, reader } from "#lib/db/store";
import type { UserCtx } from "#lib/events/context";
import { type Decided, readDecided } from "#lib/figures/decided";
import { type Hours, netHours } from "#lib/figures/hours";
import { ofTeam } from "#lib/figures/people-of";
import { mondaysUntil, type Period, periodOf, spanOf } from "#lib/figures/period";
import { refuseFigures } from "#lib/figures/policy";
import { ratesOf, sum, type WeekRates } from "#lib/figures/rates";
import { FigureFilter } from "#lib/figures/schema";
import { addDays, type Day, mondayOf } from "#lib/format/dates";
import { visibleDraft } from "#lib/sources/visibility";
import type { Calendar } from "#lib/users/calendar";
import { findWorkflow } from "#lib/workflows/registry";

/** The first week in which a later version of a workflow wrote something. */
export type VersionMark = { week: Day; label: string; version: number };

/** What was decided in a period, and how it compares to the weeks before. */
export type ReviewFigures = {
  period: Period;
  hours: Hours;
  /** By week, the last of them the week the period ends in, or this one. */
  hoursByWeek: { week: Day; hours: Hours }[];
  rates: WeekRates[];
  marks: VersionMark[];
  unedited: number;
  edited: number;
  rejected: number;
  medianMs: number | null;
};

const HOUR_WEEKS = 8;
const RATE_WEEKS = 12;

/**
 * Decisions, hours and rates, of drafts the actor sees: figures that others get may be greater, and tell nobody that
 * something private is there. `forbidden` for members and viewers.
 */
export async function getReviewing(
  ctx: UserCtx,
  filter: FigureFilter,
  { timeZone, today }: Calendar,
): Promise<ReviewFigures> {
  refuseFigures(ctx.actor);
  const { period: kind, ago, teamId } = FigureFilter.parse(filter);
  const period = periodOf(kind, ago, today);
  const lastDay = period.to < today ? period.to : today;
  const weeks = mondaysUntil(lastDay, RATE_WEEKS);
  const db = reader(ctx.store);
  const asked = { actor: ctx.actor, teamId };
  const span = spanOf(period, timeZone);
  const weekly = spanOf({ from: weeks[0] ?? today, to: addDays(mondayOf(lastDay), 6) }, timeZone);
  const [decided, byWeek, minutes, medianMs, marks] = await Promise.all([
    readDecided(db, { ...asked, ...span, weeksOf: null }),
    readDecided(db, { ...asked, ...weekly, weeksOf: timeZone }),
    readMinutes(db),
    readMedian(db, { ...asked, ...span }),
    readMarks(db, weekly, timeZone),
  ]);
  const approved = sum(decided, "approved");
  const unedited = sum(decided, "unedited");
  return {
    period,
    hours: labelled(netHours(decided, minutes)),
    hoursByWeek: weeks.slice(-HOUR_WEEKS).map((week) => ({ week, hours: hoursOf(byWeek, week, minutes) })),
    rates: ratesOf(byWeek, weeks),
    marks,
    unedited,
    edited: approved - unedited,
    rejected: sum(decided, "rejected"),
    medianMs,
  };
}

/** Names the workflows that are left out as people know them. */
function labelled(hours: Hours): Hours {
  return { ...hours, unknown: hours.unknown.map((key) => findWorkflow(key)?.label ?? key) };
}

function hoursOf(byWeek: Decided[], week: Day, minutes: Map<string, number>): Hours {
  return netHours(
    byWeek.filter((row) => row.week === week),
    minutes,
  );
}

async function readMinutes(db: Database): Promise<Map<string, number>> {
  const rows = await db.select({ workflow: baselines.workflow, minutes: baselines.minutes }).from(baselines);
  return new Map(rows.map(({ workflow, minutes }) => [workflow, minutes]));
}

type Span = { from: Date; until: Date };

async function readMedian(
  db: Database,
  { actor, teamId, from, until }: Span & { actor: UserCtx["actor"]; teamId: string | undefined },
): Promise<number | null> {
  const [row] = await db
    .select({
      median: sql<number | null>`percentile_cont(0.5) within group (order by ${reviews.activeMs})`.mapWith(
        Number,
      ),
    })
    .from(reviews)
    .innerJoin(drafts, eq(drafts.id, reviews.draftId))
    .where(
      and(
        isNotNull(reviews.activeMs),
        sql`${reviews.decision} in ('approved', 'rejected')`,
        gte(reviews.createdAt, from),
        lt(reviews.createdAt, until),
        ofTeam(reviews.reviewerId, teamId),
        rowByRow(visibleDraft(actor, reviews.draftId)),
      ),
    );
  return row?.median ?? null;
}

/** Versions are no secret: of the runs of everybody, since a version changes for all. */
async function readMarks(db: Database, { from, until }: Span, timeZone: string): Promise<VersionMark[]> {
  const week = sql<Day>`to_char(date_trunc('week', min(${runs.createdAt}) at time zone ${timeZone}), 'YYYY-MM-DD')`;
  const rows = await db
    .select({ workflow: runs.workflow, version: runs.workflowVersion, week })
    .from(runs)
    .where(and(gte(runs.createdAt, from), lt(runs.createdAt, until)))
    .groupBy(runs.workflow, runs.workflowVersion)
    .orderBy(runs.workflow, runs.workflowVersion);
  return [...Map.groupBy(rows, (row) => row.workflow).values()].flatMap((versions) =>
    versions.slice(1).map(({ workflow, version, week: first }) => ({
      week: first,
      label: findWorkflow(workflow)?.label ?? workflow,
      version,
    })),
  );
}
