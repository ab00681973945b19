import { and, eq, inArray, sql } from "drizzle-orm";
import type { CadenceStop } from "#drizzle/schema/cadences";
import { cadences, followUpDues } from "#drizzle/schema/schema";
import type { Work } from "#lib/events/transact";

/** Ends what a lead would still be written, in the caller's transaction. Returns whether there was anything. */
export async function stopCadence({ tx, record }: Work, leadId: string, stop: CadenceStop): Promise<boolean> {
  const [row] = await tx
    .update(cadences)
    .set({ state: "stopped", stop, version: sql`${cadences.version} + 1` })
    .where(and(eq(cadences.leadId, leadId), inArray(cadences.state, ["going", "paused"])))
    .returning({ leadId: cadences.leadId });
  const dropped = await tx
    .update(followUpDues)
    .set({ state: "dropped" })
    .where(and(eq(followUpDues.leadId, leadId), eq(followUpDues.state, "waiting")))
    .returning({ id: followUpDues.id });
  if (!row && dropped.length === 0) return false;
  record({ kind: "cadence.stopped", subjectId: leadId, data: { why: stop } });
  return true;
}
