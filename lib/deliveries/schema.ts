import { z } from "zod";

/** What a person says of a delivery nobody can be sure of, or of one that failed. */
export const SettleDelivery = z.object({
  deliveryId: z.string().min(1).max(64),
  verdict: z.enum(["sent", "send_again", "cancel"]),
});
export type SettleDelivery = z.infer<typeof SettleDelivery>;
