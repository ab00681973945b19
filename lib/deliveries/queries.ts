import { and, asc, eq, ne } from "drizzle-orm";
import type { DeliveryState } from "#drizzle/schema/deliveries";
import { deliveries } from "#drizzle/schema/schema";
import type { Database } from "#lib/db/store";

/** What leaves or left because a draft was approved. `reason` says why it did not, or why nobody knows. */
export type DraftDelivery = { id: string; recipient: string; state: DeliveryState; reason: string | null };

/** The deliveries of a draft that were not taken back. Who may see the draft may see them. */
export function listDraftDeliveries(db: Database, draftId: string): Promise<DraftDelivery[]> {
  return db
    .select({
      id: deliveries.id,
      recipient: deliveries.recipient,
      state: deliveries.state,
      reason: deliveries.reason,
    })
    .from(deliveries)
    .where(and(eq(deliveries.draftId, draftId), ne(deliveries.state, "cancelled")))
    .orderBy(asc(deliveries.createdAt), asc(deliveries.id));
}
