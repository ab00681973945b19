import type { Channels } from "#lib/channels/channel";
import type { UserActor } from "#lib/events/context";

/** Who may say what became of a delivery, or send it again: who approved it, leaders and admins. */
export function canSettleDelivery(actor: UserActor, { decidedBy }: { decidedBy: string | null }): boolean {
  if (actor.role === "viewer") return false;
  return decidedBy === actor.id || actor.role === "leader" || actor.role === "admin";
}

/** Whether approved pages are filed, and reach nobody there who may not see the draft. */
export function canBeFiled(channels: Channels, isOpen: boolean): boolean {
  return channels.export !== undefined && isOpen;
}
