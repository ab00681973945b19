import type SMTPConnection from "nodemailer/lib/smtp-connection/index.js";
import XOAuth2 from "nodemailer/lib/xoauth2/index.js";
import type { MailLogin } from "#lib/channels/mail";

/** A login as the connection wants it. An access token was fetched before, and is not renewed here. */
export function loginOf(login: MailLogin): Parameters<SMTPConnection["login"]>[0] {
  const { user } = login;
  if ("pass" in login) return { credentials: { user, pass: login.pass } };
  return { oauth2: new XOAuth2({ user, accessToken: login.accessToken }) as never };
}
