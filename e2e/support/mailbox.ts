import { mailboxes } from "#drizzle/schema/schema";
import type { MailServer } from "#e2e/doubles/mail-server";
import type { Stage } from "#e2e/support/cast";
import { newId } from "#lib/db/ids";
import { placeOfMailbox } from "#lib/mailboxes/open-mailbox";
import type { ConnectMailbox } from "#lib/mailboxes/schema";

/** A mailbox that somebody of the cast connected before; its server may be nowhere. Returns its id. */
export async function insertMailbox(stage: Stage, ownerId: string, port = 1): Promise<string> {
  const id = newId("mbx", stage.clock.now());
  await stage.store.raw.insert(mailboxes).values({
    id,
    ownerId,
    name: "Bo Tran",
    address: "bo@larkfield.example",
    smtp: { host: "127.0.0.1", port, secure: false },
    imap: null,
    user: "bo",
    auth: "password",
    secret: stage.system.vault.seal(JSON.stringify({ pass: "letmein" }), placeOfMailbox(id)),
    createdAt: stage.clock.now(),
  });
  return id;
}

/** What somebody fills in to connect a mailbox at a server of the test's own. */
export function mailboxAt(
  { url }: Pick<MailServer, "url">,
  change: Partial<ConnectMailbox> = {},
): ConnectMailbox {
  return {
    name: "Bo Tran",
    address: "bo@larkfield.example",
    user: "bo",
    smtp: { host: "127.0.0.1", port: Number(new URL(url).port), secure: false },
    imap: null,
    secret: { pass: "letmein" },
    ...change,
  };
}
