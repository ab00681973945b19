import { and, eq, gte, sql } from "drizzle-orm";
import { budgets, modelCalls, runs, workspace } from "#drizzle/schema/schema";
import type { Database, Tx } from "#lib/db/store";
import { type Day, endOfMonth, localDay, partsOf } from "#lib/format/dates";
import { formatDollars } from "#lib/format/money";
import { MONTH_NAMES } from "#lib/format/months";
import { instantAt } from "#lib/format/zoned";
import { findWorkflow } from "#lib/workflows/registry";

/** A calendar month of the company's: its first and last day, when it begins, and how it is called. */
export type CompanyMonth = { from: Day; to: Day; begins: Date; name: string; timeZone: string };

/** The month that an instant lies in, by the company's clock. */
export async function readMonth(db: Database | Tx, at: Date): Promise<CompanyMonth> {
  const [company] = await db
    .select({ timeZone: workspace.timeZone })
    .from(workspace)
    .where(eq(workspace.id, 1));
  const timeZone = company?.timeZone ?? "UTC";
  const day = localDay(at, timeZone);
  const from = `${day.slice(0, 7)}-01`;
  const name = MONTH_NAMES[partsOf(day).month - 1] ?? "";
  return { from, to: endOfMonth(day), begins: instantAt(from, 0, timeZone), name, timeZone };
}

/**
 * Why a workflow may not spend any more at an instant, as a sentence; null where it may. What a call cost whose price
 * nobody knows is not counted, since nobody knows it.
 */
export async function whyOverBudget(db: Database | Tx, workflow: string, now: Date): Promise<string | null> {
  const [budget] = await db
    .select({ monthMicros: budgets.monthMicros })
    .from(budgets)
    .where(eq(budgets.workflow, workflow));
  if (!budget) return null;
  const month = await readMonth(db, now);
  const [spent] = await db
    .select({ micros: sql<number>`coalesce(sum(${modelCalls.costMicros}), 0)`.mapWith(Number) })
    .from(modelCalls)
    .innerJoin(runs, eq(runs.id, modelCalls.runId))
    .where(and(gte(modelCalls.startedAt, month.begins), eq(runs.workflow, workflow)));
  if ((spent?.micros ?? 0) < budget.monthMicros) return null;
  const label = findWorkflow(workflow)?.label ?? workflow;
  return `${label} has used its ${formatDollars(budget.monthMicros)} for ${month.name}. This run is held, and its source is stored. It goes on when a leader raises the budget, or when the month is over.`;
}
