import { and, eq, gte, lt, sql } from "drizzle-orm";
import { budgets, modelCalls, runs } from "#drizzle/schema/schema";
import { heldForBudget } from "#lib/budgets/release-held";
import { atMost } from "#lib/db/at-most";
import { type Database, reader } from "#lib/db/store";
import type { UserCtx } from "#lib/events/context";
import { readDecided } from "#lib/figures/decided";
import { ofTeam } from "#lib/figures/people-of";
import { periodOf, spanOf } from "#lib/figures/period";
import { refuseFigures } from "#lib/figures/policy";
import { FigureFilter } from "#lib/figures/schema";
import { type Budgeted, plan } from "#lib/figures/spend-plan";
import type { Day } from "#lib/format/dates";
import { instantAt } from "#lib/format/zoned";
import { type CompanyMonth, readMonth } from "#lib/spend/month";
import type { Calendar } from "#lib/users/calendar";
import { findWorkflow, workflows } from "#lib/workflows/registry";

/** What a month has cost, by workflow; `elapsed` is how much of the month is over, from 0 to 1. */
export type SpendFigures = {
  month: string;
  day: number;
  days: number;
  elapsed: number;
  lines: Budgeted[];
  /** Of a team nothing is said of budgets, which are the company's. */
  ofTeam: boolean;
};

/**
 * What workflows cost in the month that a period ends in, or in this one, by the company's clock. It is the bill: of all
 * runs, whoever may see them, without a name or a title. `forbidden` for members and viewers.
 */
export async function getSpend(
  ctx: UserCtx,
  filter: FigureFilter,
  { today }: Calendar,
): Promise<SpendFigures> {
  refuseFigures(ctx.actor);
  const { period, ago, teamId } = FigureFilter.parse(filter);
  const db = reader(ctx.store);
  const now = ctx.now();
  const month = await readBilledMonth(db, now, periodOf(period, ago, today), today);
  const span = spanOf(month, month.timeZone);
  const [spent, limits, decided, held] = await Promise.all([
    readSpent(db, span, teamId),
    readLimits(db),
    readDecided(db, { actor: ctx.actor, teamId, ...span, weeksOf: null }),
    readHeld(db),
  ]);
  const elapsed = Math.min(
    1,
    (now.getTime() - span.from.getTime()) / (span.until.getTime() - span.from.getTime()),
  );
  const keys = new Set([...workflows.map(({ key }) => key), ...spent.keys()]);
  const lines = [...keys].map((workflow) =>
    plan({
      workflow,
      label: findWorkflow(workflow)?.label ?? workflow,
      ...(spent.get(workflow) ?? { micros: 0, unknown: 0 }),
      budgetMicros: teamId === undefined ? (limits.get(workflow) ?? null) : null,
      approved: decided
        .filter((row) => row.workflow === workflow)
        .reduce((all, { approved }) => all + approved, 0),
      held: held.get(workflow) ?? 0,
      month,
      elapsed,
    }),
  );
  return {
    month: month.name,
    day: dayOf(month, today),
    days: Number(month.to.slice(8)),
    elapsed,
    lines: lines.filter(
      ({ micros, unknown, budgetMicros }) => micros > 0 || unknown > 0 || budgetMicros !== null,
    ),
    ofTeam: teamId !== undefined,
  };
}

/** The company's month that a period ends in, or this one. */
export async function readBilledMonth(
  db: Database,
  now: Date,
  { to }: { to: Day },
  today: Day,
): Promise<CompanyMonth> {
  const here = await readMonth(db, now);
  return to < today ? readMonth(db, instantAt(to, 12 * 60, here.timeZone)) : here;
}

function dayOf(month: CompanyMonth, today: Day): number {
  return Number((today < month.to ? today : month.to).slice(8));
}

async function readSpent(
  db: Database,
  { from, until }: { from: Date; until: Date },
  teamId: string | undefined,
) {
  // Each call's run by its key: joined outright, all runs there ever were are read for those of one month.
  const run = db
    .select({ workflow: runs.workflow, requestedBy: runs.requestedBy })
    .from(runs)
    .where(eq(runs.id, modelCalls.runId))
    .limit(atMost(1))
    .as("run");
  const rows = await db
    .select({
      workflow: run.workflow,
      micros: sql<number>`coalesce(sum(${modelCalls.costMicros}), 0)`.mapWith(Number),
      unknown:
        sql<number>`count(*) filter (where ${modelCalls.costMicros} is null and ${modelCalls.outcome} <> 'pending')`.mapWith(
          Number,
        ),
    })
    .from(modelCalls)
    .innerJoinLateral(run, sql`true`)
    .where(
      and(gte(modelCalls.startedAt, from), lt(modelCalls.startedAt, until), ofTeam(run.requestedBy, teamId)),
    )
    .groupBy(run.workflow);
  return new Map(rows.map(({ workflow, ...rest }) => [workflow, rest]));
}

async function readLimits(db: Database): Promise<Map<string, number>> {
  const rows = await db.select({ workflow: budgets.workflow, micros: budgets.monthMicros }).from(budgets);
  return new Map(rows.map(({ workflow, micros }) => [workflow, micros]));
}

async function readHeld(db: Database): Promise<Map<string, number>> {
  const rows = await db
    .select({ workflow: runs.workflow, count: sql<number>`count(*)`.mapWith(Number) })
    .from(runs)
    .where(heldForBudget())
    .groupBy(runs.workflow);
  return new Map(rows.map(({ workflow, count }) => [workflow, count]));
}
