import { reader } from "#lib/db/store";
import type { Ctx } from "#lib/events/context";
import type { ClaimedRun } from "#lib/runs/claim-run";
import { readSourceText } from "#lib/sources/queries";
import { listRoster } from "#lib/users/queries";
import type { WriterInput } from "#lib/workflows/define";

/** Everything a workflow may know about a run: its sources at the versions named, and the roster. */
export async function readWriterInput(ctx: Ctx, run: ClaimedRun): Promise<WriterInput> {
  const db = reader(ctx.store);
  const [first, ...others] = await Promise.all(
    run.sources.map((ref) => readSourceText(db, ref.sourceId, ref.version)),
  );
  if (!first) throw new Error(`Run ${run.id} has no source.`);
  return { sources: [first, ...others], roster: await listRoster(ctx) };
}
