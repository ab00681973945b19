import { eq } from "drizzle-orm";
import { handovers, holds, snoozes } from "#drizzle/schema/schema";
import type { Tx } from "#lib/db/store";

/** Takes every draft out of the hands of somebody who leaves, so that whoever opens one next holds it. */
export async function freeDraftsOf(tx: Tx, userId: string): Promise<void> {
  await tx.update(holds).set({ holderId: null }).where(eq(holds.holderId, userId));
  await tx.delete(handovers).where(eq(handovers.toId, userId));
  await tx.delete(snoozes).where(eq(snoozes.userId, userId));
}
