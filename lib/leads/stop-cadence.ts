import { and, eq, inArray, sql } from "drizzle-orm";
import type { CadenceStop } from "#drizzle/schema/cadences";
import { cadences } from "#drizzle/schema/schema";
import type { Work } from "#lib/events/transact";

/** Ends what a lead would still be written, in the caller's transaction. Returns whether there was anything. */
export async function stopCadence({ tx, record }: Work, leadId: string, stop: CadenceStop): Promise<boolean> {
  const [row] = await tx
    .update(cadences)
    .set({ state: "stopped", stop, nextOn: null, dueAt: null, version: sql`${cadences.version} + 1` })
    .where(and(eq(cadences.leadId, leadId), inArray(cadences.state, ["going", "paused"])))
    .returning({ leadId: cadences.leadId });
  if (!row) return false;
  record({ kind: "cadence.stopped", subjectId: leadId, data: { why: stop } });
  return true;
}
