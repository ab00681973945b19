import { AppError } from "#lib/errors";

type Env = Record<string, string | undefined>;

/** Where mail leaves, and as whom. The password is here and nowhere else. */
export type MailSettings = {
  host: string;
  port: number;
  /** TLS from the first byte on; otherwise STARTTLS where the server offers it. */
  secure: boolean;
  login: { user: string; pass: string } | null;
  from: { name: string; address: string };
  /** The address people open Countersign at, without a slash: links in mails begin with it. */
  site: string;
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
  const url = URL.parse(text);
  if (!url?.hostname || !/^smtps?:$/.test(url.protocol))
    throw invalid(
      "COUNTERSIGN_SMTP_URL is not the address of a mail server. Write it like smtps://user:password@mail.example.com:465.",
    );
  const secure = url.protocol === "smtps:";
  return {
    host: url.hostname.replace(/^\[|\]$/g, ""),
    port: Number(url.port) || (secure ? 465 : 587),
    secure,
    login: url.username
      ? { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) }
      : null,
    from: sender(env.COUNTERSIGN_MAIL_FROM?.trim() ?? ""),
    site: siteOf(env.COUNTERSIGN_URL?.trim() ?? ""),
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
