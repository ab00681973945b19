import type { Channel } from "#lib/channels/channel";
import type { Database, Tx } from "#lib/db/store";
import type { Ctx } from "#lib/events/context";
import type { Work } from "#lib/events/transact";
import type { LetterReading } from "#lib/outreach/read-letter";

/** Reads the mail of a draft's revision as `sender` would send it now. */
export type ReadLetter = (
  ctx: Ctx,
  db: Tx | Database,
  of: { draftId: string; revision: number; sender: { id: string; name: string } },
) => Promise<LetterReading>;

/** A mail that left, or was kept as a file. */
export type SentLetter = {
  deliveryId: string;
  draftId: string;
  revision: number;
  leadId: string;
  approvedBy: string;
  at: Date;
  /** Whether it was only kept as a file. */
  kept: boolean;
};

/** What follows a mail that left, in the transaction that keeps that it did. */
export type AfterSent = (ctx: Ctx, work: Work, sent: SentLetter) => Promise<void>;

/** Opens the way to a linked Slack channel, outside of any transaction. One that isn't linked any more says so at each try. */
export type OpenSlack = (ctx: Ctx, channelId: string) => Promise<Channel>;

/** What deliveries have to be told by those who stand above them. */
export type LetterRules = { readLetter: ReadLetter; afterSent: AfterSent; openSlack: OpenSlack };
