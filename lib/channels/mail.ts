import type { Answer } from "#lib/channels/channel";

/** A mail as it leaves: to one person, in plain text and in HTML that says the same. */
export type Mail = {
  /** Without angle brackets; the same at every try. */
  messageId: string;
  to: { name: string; address: string };
  subject: string;
  text: string;
  html: string;
};

/** What sends mail from fixed templates, to people of the company alone. */
export type MailSender = {
  /** "mail.example.com:587", for the settings page. */
  host: string;
  from: { name: string; address: string };
  /** What links in mails begin with. */
  site: string;
  send: (mail: Mail, signal: AbortSignal) => Promise<Answer>;
};
