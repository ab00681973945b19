import type { Channels } from "#lib/channels/channel";
import type { UserActor } from "#lib/events/context";
import type { ChannelName } from "#lib/workflows/define";

/** Who may say what became of a delivery, or send it again: who approved it, leaders and admins. */
export function canSettleDelivery(actor: UserActor, { decidedBy }: { decidedBy: string | null }): boolean {
  if (actor.role === "viewer") return false;
  return decidedBy === actor.id || actor.role === "leader" || actor.role === "admin";
}

/** Whether what a channel carries can leave in this deployment. */
export function canLeaveBy(channels: Channels, channel: ChannelName, isOpen: boolean): boolean {
  switch (channel) {
    case "export":
      return canBeFiled(channels, isOpen);
    case "circular":
      return channels.smtp !== undefined;
    case "slack":
      return true;
    case "mail":
      return false;
  }
}

/** Whether approved pages are filed, and reach nobody there who may not see the draft. */
export function canBeFiled(channels: Channels, isOpen: boolean): boolean {
  return channels.export !== undefined && isOpen;
}
