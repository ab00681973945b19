import type { Answer } from "#lib/channels/channel";

/** A mail from a fixed template: to one person, in plain text and in HTML that says the same. */
export type Mail = {
  /** Without angle brackets; the same at every try. */
  messageId: string;
  to: { name: string; address: string };
  subject: string;
  text: string;
  html: string;
};

/** A mail as a server takes it: whom it is from and to on the way, and its bytes. */
export type MailParcel = { from: string; to: string; raw: Buffer };

/** How somebody signs in to a mail server: with a password, or with an OAuth2 access token (RFC 7628). */
export type MailLogin = { user: string } & ({ pass: string } | { accessToken: string });

/** Where mail leaves. `address` is where the host was found when it was looked at; null where the host itself is asked for. */
export type MailServerAccess = {
  host: string;
  address: string | null;
  port: number;
  /** TLS from the first byte on; otherwise STARTTLS where the server offers it. */
  secure: boolean;
  login: MailLogin | null;
};

/** The mailbox that the environment names: what sends mail from fixed templates, and for who has no mailbox of their own. */
export type MailSender = {
  /** "mail.example.com:587", for the settings page. */
  host: string;
  from: { name: string; address: string };
  /** What links in mails begin with. */
  site: string;
  /** Where what is answered to it is read; null where nobody reads it. */
  imap: MailServerAccess | null;
  send: (mail: Mail, signal: AbortSignal) => Promise<Answer>;
  post: (parcel: MailParcel, signal: AbortSignal) => Promise<Answer>;
};
