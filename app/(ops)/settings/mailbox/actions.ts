"use server";

import { checkOwnMailbox } from "#lib/mailboxes/check-mailbox";
import { connectMailbox } from "#lib/mailboxes/connect-mailbox";
import { refreshSenderDomain } from "#lib/mailboxes/refresh-sender-domain";
import { removeMailbox } from "#lib/mailboxes/remove-mailbox";
import { actionDoor, formOf, type Outcome } from "#lib/web/door";

export async function connectMailboxAction(
  _: Outcome<unknown> | null,
  sent: FormData,
): Promise<Outcome<unknown>> {
  const form = formOf(sent);
  const text = (name: string) => String(form.get(name) ?? "");
  const host = (name: string) => ({
    host: text(`${name}Host`),
    port: text(`${name}Port`),
    secure: text(`${name}Tls`) === "at-once",
  });
  return actionDoor(connectMailbox, {
    name: text("name"),
    address: text("address"),
    user: text("user"),
    smtp: host("smtp"),
    imap: text("imapHost").trim() ? host("imap") : null,
    secret:
      text("auth") === "oauth2"
        ? {
            tokenUrl: text("tokenUrl"),
            clientId: text("clientId"),
            clientSecret: text("clientSecret"),
            refreshToken: text("refreshToken"),
          }
        : { pass: text("pass") },
  });
}

export async function checkMailboxAction(): Promise<Outcome<unknown>> {
  return actionDoor(checkOwnMailbox, undefined);
}

export async function refreshSenderDomainAction(): Promise<Outcome<unknown>> {
  return actionDoor(refreshSenderDomain, undefined);
}

export async function removeMailboxAction(mailboxId: string): Promise<Outcome<unknown>> {
  return actionDoor(removeMailbox, { mailboxId });
}
