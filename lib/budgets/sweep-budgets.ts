import { runs } from "#drizzle/schema/schema";
import { heldForBudget, releaseHeld } from "#lib/budgets/release-held";
import { reader } from "#lib/db/store";
import { AppError, ignoreConflict } from "#lib/errors";
import type { Ctx, Ports } from "#lib/events/context";
import { transact } from "#lib/events/transact";
import { whyOverBudget } from "#lib/spend/month";

/** Lets runs go on whose workflow has a budget again, as with each new month. Safe to run in several processes at once. */
export async function sweepBudgets(ports: Ports): Promise<void> {
  const ctx: Ctx = { ...ports, actor: { kind: "system" } };
  const db = reader(ctx.store);
  const held = await db.selectDistinct({ workflow: runs.workflow }).from(runs).where(heldForBudget());
  for (const { workflow } of held) {
    if (await whyOverBudget(db, workflow, ctx.now())) continue;
    await transact(ctx, async (work) => {
      if ((await releaseHeld(ctx, work, workflow)) === 0)
        throw new AppError("conflict", "Another process let them go on.");
    }).catch(ignoreConflict);
  }
}
