import { z } from "zod";
import { DELIVERY_STATES } from "#drizzle/schema/deliveries";
import { Cursor, Id } from "#lib/inputs/schema";

/** What a person says of a delivery nobody can be sure of, or of one that failed. */
export const SettleDelivery = z.object({
  deliveryId: Id,
  verdict: z.enum(["sent", "send_again", "cancel"]),
});
export type SettleDelivery = z.infer<typeof SettleDelivery>;

/** Which deliveries a list shows: in one state, or in all. */
export const DeliveryFilter = z.object({
  state: z.enum(DELIVERY_STATES).optional(),
  cursor: Cursor.optional(),
});
export type DeliveryFilter = z.infer<typeof DeliveryFilter>;

/** Which of them the page shows: in one state, approved by one person, ended from an instant (ISO) on, or all. */
export const SentFilter = DeliveryFilter.extend({ who: Id.optional(), since: z.iso.datetime().optional() });
export type SentFilter = z.input<typeof SentFilter>;
