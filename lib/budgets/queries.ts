import { eq } from "drizzle-orm";
import type { AnyPgColumn, PgTable } from "drizzle-orm/pg-core";
import { baselines, budgets, users } from "#drizzle/schema/schema";
import { canPlanWorkflows } from "#lib/budgets/policy";
import { type Database, reader } from "#lib/db/store";
import { AppError } from "#lib/errors";
import type { UserCtx } from "#lib/events/context";
import { workflows } from "#lib/workflows/registry";

/** A number that somebody set: who, when (an ISO instant), and its version. */
export type SetNumber = { value: number; by: string; at: string; version: number };

/** What was set for a workflow: micro-dollars a month, and minutes by hand; null where nobody did. */
export type WorkflowPlan = {
  workflow: string;
  label: string;
  monthMicros: SetNumber | null;
  minutes: SetNumber | null;
};

/** What was set for each workflow, in the order of the registry. `forbidden` for members and viewers. */
export async function listPlans(ctx: UserCtx): Promise<WorkflowPlan[]> {
  if (!canPlanWorkflows(ctx.actor))
    throw new AppError("forbidden", "Leaders and admins see what workflows may cost.");
  const db = reader(ctx.store);
  const [months, minutes] = await Promise.all([
    readSet(db, budgets, budgets.monthMicros),
    readSet(db, baselines, baselines.minutes),
  ]);
  return workflows.map(({ key, label }) => ({
    workflow: key,
    label,
    monthMicros: months.get(key) ?? null,
    minutes: minutes.get(key) ?? null,
  }));
}

type SetTable = PgTable & Record<"workflow" | "setBy" | "setAt" | "version", AnyPgColumn>;

async function readSet(db: Database, table: SetTable, value: AnyPgColumn): Promise<Map<string, SetNumber>> {
  const rows = await db
    .select({
      workflow: table.workflow,
      value,
      by: users.name,
      at: table.setAt,
      version: table.version,
    })
    .from(table as PgTable)
    .innerJoin(users, eq(users.id, table.setBy));
  return new Map(
    rows.map(({ workflow, value: number, by, at, version }) => [
      String(workflow),
      { value: Number(number), by, at: (at as Date).toISOString(), version: Number(version) },
    ]),
  );
}
