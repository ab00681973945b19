import type { Ctx, UserCtx } from "#lib/events/context";
import { transact } from "#lib/events/transact";
import { findSteerable, moveImport } from "#lib/lead-imports/find-import";
import { dropRows } from "#lib/lead-imports/rows";
import { DiscardImport } from "#lib/lead-imports/schema";

/** Gives a file up before anything of it became a lead. `conflict` where that has happened. */
export async function discardImport(ctx: UserCtx, input: DiscardImport): Promise<void> {
  const { importId } = DiscardImport.parse(input);
  return endImport(ctx, importId, "discarded", null);
}

/** The same, or its failure, with the reason as a sentence. `attempt` fences a worker. */
export async function endImport(
  ctx: Ctx,
  importId: string,
  state: "discarded" | "failed",
  reason: string | null,
  attempt?: number,
): Promise<void> {
  return transact(ctx, async ({ tx, record }) => {
    await findSteerable(ctx, tx, importId);
    await moveImport(tx, { id: importId, attempt }, state, { reason, endedAt: ctx.now() });
    await dropRows(tx, importId);
    record({ kind: `lead_import.${state}`, subjectId: importId, data: {} });
  });
}
