import type { Channels } from "#lib/channels/channel";
import type { UserActor } from "#lib/events/context";
import type { ChannelName } from "#lib/workflows/define";

/** Who may say what became of a delivery, or send it again. */
export function canSettleDelivery(actor: UserActor): boolean {
  return actor.role === "leader" || actor.role === "admin";
}

/** Whether a channel is set up, and reaches nobody who may not see the draft. */
export function canLeaveBy(channels: Channels, channel: ChannelName, isOpen: boolean): boolean {
  return channels[channel] !== undefined && staysWithReaders(channel, isOpen);
}

/** Whether a channel reaches nobody who may not see a draft: a folder is read by whoever can open it. */
export function staysWithReaders(channel: ChannelName, isOpen: boolean): boolean {
  return channel !== "export" || isOpen;
}
