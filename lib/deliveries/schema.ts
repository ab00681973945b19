import { z } from "zod";
import { Id } from "#lib/inputs/schema";

/** What a person says of a delivery nobody can be sure of, or of one that failed. */
export const SettleDelivery = z.object({
  deliveryId: Id,
  verdict: z.enum(["sent", "send_again", "cancel"]),
});
export type SettleDelivery = z.infer<typeof SettleDelivery>;
