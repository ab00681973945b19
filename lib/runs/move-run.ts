import { and, eq, inArray } from "drizzle-orm";
import type { RunState } from "#drizzle/schema/runs";
import { runs } from "#drizzle/schema/schema";
import type { Tx } from "#lib/db/store";
import { AppError } from "#lib/errors";
import { statesBefore } from "#lib/events/transitions";
import { RUN_TRANSITIONS } from "#lib/runs/states";

type RunColumns = Partial<Omit<typeof runs.$inferInsert, "id" | "state">>;
type Fence = { id: string; attempt?: number; from?: RunState[] };

/**
 * Moves a run to a state if it may go there, is still at this attempt (when given) and in one of `from`.
 * `conflict` where it was faster: cancelled, taken over, or ended.
 */
export async function moveRun(
  tx: Tx,
  { id, attempt, from }: Fence,
  state: RunState,
  columns: RunColumns = {},
) {
  const [run] = await tx
    .update(runs)
    .set({ ...columns, state })
    .where(
      and(
        eq(runs.id, id),
        inArray(runs.state, from ?? statesBefore(RUN_TRANSITIONS, state)),
        attempt === undefined ? undefined : eq(runs.attempt, attempt),
      ),
    )
    .returning();
  if (!run) throw new AppError("conflict", "The run has gone on in the meantime.");
  return run;
}
