import type { Parent } from "#lib/outreach/compose";
import type { MailReason } from "#lib/outreach/mail-reason";

/** A line of what passed between a lead and us. `at` is an ISO instant. */
export type ThreadLine = { id: string; at: string; by: string; words: string; theirs: boolean };

/**
 * The mail that a draft is, as it would leave if the reader approved it now: everything but its sentences, which change
 * while it is open. Plain data.
 */
export type DeskMail = {
  leadId: string;
  to: { name: string; firstName: string | null; address: string | null; company: string | null };
  from: { name: string; address: string };
  /** Whether it is only kept as a file, as no mailbox sends it. */
  keptOnly: boolean;
  /** Of what it answers or goes on from: the subject, and when their mail came where it is theirs. */
  parent: Pick<Parent, "subject" | "isTheirs"> | null;
  greeting: string;
  signature: string[];
  company: string[];
  /** What is to be said whatever its sentences are. */
  reasons: MailReason[];
  /** What blocked it when it was read, in a few words. */
  blocked: string | null;
  /** What its sentences are held against. */
  said: string[];
  ownHosts: string[];
  /** Why it is written, such as “second follow-up of five”. */
  occasion: string | null;
  /** On what ground it may leave, such as “Inquiry of 12 May 2026, until 12 Nov 2026”. */
  consent: string | null;
  /** Whether the reader may record consent. */
  mayRecordConsent: boolean;
  undoSeconds: number;
  thread: ThreadLine[];
};

/** What a batch shows of a mail; `block` is the first reason why it can't be sent. */
export type BatchMail = { to: string; greeting: string; block: string | null };

/** What a row of the queue shows of a mail. */
export type QueueMail = {
  to: string;
  worst: { level: MailReason["level"]; word: string; sentence: string } | null;
};
