import { inArray } from "drizzle-orm";
import { deliveries } from "#drizzle/schema/schema";
import { DELIVERY_TRANSITIONS } from "#lib/deliveries/states";
import type { Work } from "#lib/events/transact";
import { statesBefore } from "#lib/events/transitions";
import { DOUBTED } from "#lib/outbox/tries";

/** Makes every delivery `unknown` that would still leave, in the transaction that restores a backup: a person settles it. */
export async function doubtDeliveries({ tx, record }: Work): Promise<void> {
  const doubted = await tx
    .update(deliveries)
    .set(DOUBTED)
    .where(inArray(deliveries.state, statesBefore(DELIVERY_TRANSITIONS, "unknown")))
    .returning({ id: deliveries.id, draftId: deliveries.draftId, attempt: deliveries.attempt });
  for (const { id, draftId, attempt } of doubted)
    record({ kind: "delivery.unknown", subjectId: id, draftId, data: { attempt } });
}
