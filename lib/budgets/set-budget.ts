import { budgets } from "#drizzle/schema/schema";
import { canPlanWorkflows } from "#lib/budgets/policy";
import { putNumber } from "#lib/budgets/put-number";
import { releaseHeld } from "#lib/budgets/release-held";
import { SetBudget } from "#lib/budgets/schema";
import { AppError } from "#lib/errors";
import type { UserCtx } from "#lib/events/context";
import { transact } from "#lib/events/transact";
import { getWorkflow } from "#lib/workflows/registry";

const MICROS_PER_CENT = 10_000;

/**
 * Says what a workflow may cost in a month, or that it may cost anything. Runs that were held for want of it go on, as
 * many as there are. `conflict` where somebody else said so since it was seen.
 */
export async function setBudget(
  ctx: UserCtx,
  input: SetBudget,
): Promise<{ version: number; released: number }> {
  const { workflow, version, monthCents } = SetBudget.parse(input);
  if (!canPlanWorkflows(ctx.actor))
    throw new AppError("forbidden", "Leaders and admins say what a workflow may cost.");
  getWorkflow(workflow);
  return transact(ctx, async (work) => {
    const monthMicros = monthCents === null ? null : monthCents * MICROS_PER_CENT;
    const row = monthMicros === null ? null : { monthMicros, setBy: ctx.actor.id, setAt: ctx.now() };
    const next = await putNumber(work.tx, budgets, { workflow, version }, row);
    work.record({ kind: "budget.set", subjectId: workflow, data: { workflow, monthMicros } });
    return { version: next, released: await releaseHeld(ctx, work, workflow) };
  });
}
