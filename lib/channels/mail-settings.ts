import type { MailServerAccess } from "#lib/channels/mail";
import { AppError } from "#lib/errors";

type Env = Record<string, string | undefined>;

/** The shared mailbox: where mail leaves, as whom, and where what is answered is read. Passwords are here and nowhere else. */
export type MailSettings = MailServerAccess & {
  from: { name: string; address: string };
  /** The address people open Countersign at, without a slash: links in mails begin with it. */
  site: string;
  /** Null where nobody reads what is answered. */
  imap: MailServerAccess | null;
};

const ADDRESS = /^[^\s<>"(),:;@]+@[^\s<>"(),:;@]+$/;
const NAMED = /^([^<>"\r\n]*)<([^<>]*)>$/;

/**
 * Reads COUNTERSIGN_SMTP_URL and COUNTERSIGN_MAIL_FROM; null without the first. COUNTERSIGN_URL must be set too: who asks
 * for a password without being signed in could otherwise choose the host of the link. `invalid` names the variable.
 */
export function mailSettings(env: Env): MailSettings | null {
  const text = env.COUNTERSIGN_SMTP_URL?.trim();
  if (!text) return null;
  const imap = env.COUNTERSIGN_IMAP_URL?.trim();
  return {
    ...accessOf(text, {
      plain: { protocol: "smtp:", port: 587 },
      secure: { protocol: "smtps:", port: 465 },
      wrong:
        "COUNTERSIGN_SMTP_URL is not the address of a mail server. Write it like smtps://user:password@mail.example.com:465.",
    }),
    imap: imap
      ? accessOf(imap, {
          plain: { protocol: "imap:", port: 143 },
          secure: { protocol: "imaps:", port: 993 },
          wrong:
            "COUNTERSIGN_IMAP_URL is not the address of a mail server. Write it like imaps://user:password@mail.example.com:993.",
        })
      : null,
    from: sender(env.COUNTERSIGN_MAIL_FROM?.trim() ?? ""),
    site: siteOf(env.COUNTERSIGN_URL?.trim() ?? ""),
  };
}

type Scheme = { protocol: string; port: number };

function accessOf(
  text: string,
  { plain, secure, wrong }: { plain: Scheme; secure: Scheme; wrong: string },
): MailServerAccess {
  const url = URL.parse(text);
  const scheme = [plain, secure].find(({ protocol }) => protocol === url?.protocol);
  if (!url?.hostname || !scheme) throw invalid(wrong);
  return {
    host: url.hostname.replace(/^\[|\]$/g, ""),
    address: null,
    port: Number(url.port) || scheme.port,
    secure: scheme === secure,
    login: url.username
      ? { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) }
      : null,
  };
}

function sender(text: string): MailSettings["from"] {
  const [, name = "", address = text] = NAMED.exec(text) ?? [];
  if (ADDRESS.test(address)) return { name: name.trim(), address };
  throw invalid(
    "COUNTERSIGN_MAIL_FROM says whom mail is from. Write it like Countersign <countersign@example.com>.",
  );
}

function siteOf(text: string): string {
  const url = URL.parse(text);
  if (url && /^https?:$/.test(url.protocol)) return url.origin;
  throw invalid("COUNTERSIGN_SMTP_URL needs COUNTERSIGN_URL too, the address people open: mails link to it.");
}

function invalid(message: string): AppError {
  return new AppError("invalid", message);
}
