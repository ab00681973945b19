import type { UserActor } from "#lib/events/context";

/** Who may say what became of a delivery, or send it again. */
export function canSettleDelivery(actor: UserActor): boolean {
  return actor.role === "leader" || actor.role === "admin";
}
