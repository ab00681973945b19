import { baselines } from "#drizzle/schema/schema";
import { canPlanWorkflows } from "#lib/budgets/policy";
import { putNumber } from "#lib/budgets/put-number";
import { SetBaseline } from "#lib/budgets/schema";
import { AppError } from "#lib/errors";
import type { UserCtx } from "#lib/events/context";
import { transact } from "#lib/events/transact";
import { getWorkflow } from "#lib/workflows/registry";

/**
 * Says how many minutes it took to do by hand what an approved draft of a workflow does, or that nobody knows.
 * `conflict` where somebody else said so since it was seen.
 */
export async function setBaseline(ctx: UserCtx, input: SetBaseline): Promise<{ version: number }> {
  const { workflow, version, minutes } = SetBaseline.parse(input);
  if (!canPlanWorkflows(ctx.actor))
    throw new AppError("forbidden", "Leaders and admins say how long work took by hand.");
  getWorkflow(workflow);
  return transact(ctx, async ({ tx, record }) => {
    const row = minutes === null ? null : { minutes, setBy: ctx.actor.id, setAt: ctx.now() };
    const next = await putNumber(tx, baselines, { workflow, version }, row);
    record({ kind: "baseline.set", subjectId: workflow, data: { workflow, minutes } });
    return { version: next };
  });
}
