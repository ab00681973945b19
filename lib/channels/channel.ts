import type { MailSender } from "#lib/channels/mail";
import type { ChannelName } from "#lib/workflows/define";

/** What a channel carries: the approved page, and the name it goes to. */
export type Parcel = { deliveryId: string; recipient: string; title: string; markdown: string };

/** How a try ended. `unknown` is for a channel that may or may not have passed the text on; a person decides then. */
export type Answer =
  | { ended: "sent" }
  | { ended: "failed"; reason: string; retry: boolean }
  | { ended: "unknown"; reason: string };

export type Channel = { send: (parcel: Parcel, signal: AbortSignal) => Promise<Answer> };

/** The channels that are set up in this deployment, and the sender of what leaves from fixed templates. */
export type Channels = Partial<Record<ChannelName, Channel>> & { smtp?: MailSender };
