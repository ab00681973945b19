import type { MailSender } from "#lib/channels/mail";
import type { OutboxFolder } from "#lib/channels/outbox-folder";
import type { LookUpTxt } from "#lib/channels/txt-records";

/** What a channel carries: the approved page, and the name it goes to. */
export type Parcel = { deliveryId: string; recipient: string; title: string; markdown: string };

/** How a try ended. `unknown` is for a channel that may or may not have passed the text on; a person decides then. */
export type Answer =
  | { ended: "sent" }
  /**
   * `noMailbox` where a mail server said that there is nobody at the address, and never will be by itself. `notOpened`
   * where the mailbox it should leave by was not reached or not signed in to: no mail leaves by it until that is mended.
   * `wait` is how long the other side asks to be left alone, in milliseconds.
   */
  | {
      ended: "failed";
      reason: string;
      retry: boolean;
      noMailbox?: boolean;
      notOpened?: boolean;
      wait?: number;
    }
  | { ended: "unknown"; reason: string };

export type Channel = { send: (parcel: Parcel, signal: AbortSignal) => Promise<Answer> };

/** The ways out that are set up in this deployment. */
export type Channels = {
  export?: Channel;
  /** The shared mailbox. */
  smtp?: MailSender;
  /** Where approved mail is kept that no mailbox sends. */
  outbox?: OutboxFolder;
  /** Whether people may name mail servers inside the company's own network. */
  privateHosts?: boolean;
  /** The address people open Countersign at, without a slash, where somebody said so. */
  site?: string;
  /** Where Slack's Web API and webhooks are, if not at Slack's own addresses. */
  slackApi?: string;
  /** Asks DNS. */
  lookUpTxt?: LookUpTxt;
};
