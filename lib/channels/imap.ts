import { ImapFlow } from "imapflow";
import type { MailServerAccess } from "#lib/channels/mail";
import { AppError } from "#lib/errors";

/** How far a mailbox was read (RFC 3501, section 2.3.1.1); null before the first time. */
export type ReadUntil = { uidValidity: string; lastUid: number } | null;

export type MailOnServer = { uid: number; raw: Buffer; receivedAt: Date };

/** What came since, the oldest first, and how far it was read with that. `more` where some are left for the next time. */
export type NewMail = { uidValidity: string; lastUid: number; mails: MailOnServer[]; more: boolean };

const MOST_AT_ONCE = 50;
/** How far back the first look at a mailbox goes. */
const FIRST_LOOK = 200;
/** A longer mail is read up to here: its words stand at its beginning. */
const MOST_BYTES = 512 * 1024;
const CONNECT_MS = 10_000;
const SILENCE_MS = 30_000;
const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|::1)$/;

/** Reads what came to an inbox since it was read last, and changes nothing in it. `unavailable` says why it can't be read. */
export async function readNewMail(
  access: MailServerAccess,
  since: ReadUntil,
  signal: AbortSignal,
): Promise<NewMail> {
  return inInbox(access, signal, async (client, { uidValidity, uidNext }) => {
    const known = since?.uidValidity === uidValidity ? since.lastUid : Math.max(0, uidNext - 1 - FIRST_LOOK);
    const found = await client.search({ uid: `${known + 1}:*` }, { uid: true });
    if (!found) throw new Error("it does not say what is in it");
    // A range that ends in “*” holds the last mail even where that is before its beginning.
    const uids = found.filter((uid) => uid > known).sort((a, b) => a - b);
    const now = uids.slice(0, MOST_AT_ONCE);
    const mails: MailOnServer[] = [];
    if (now.length > 0)
      for await (const { uid, source, internalDate } of client.fetch(
        now,
        { uid: true, internalDate: true, source: { start: 0, maxLength: MOST_BYTES } },
        { uid: true },
      ))
        if (source) mails.push({ uid, raw: source, receivedAt: new Date(internalDate ?? Date.now()) });
    mails.sort((a, b) => a.uid - b.uid);
    return { uidValidity, lastUid: now.at(-1) ?? known, mails, more: uids.length > now.length };
  });
}

/** Signs in to an inbox and reads nothing: null where that works, else why it does not, as a sentence. */
export async function tryImap(access: MailServerAccess, signal: AbortSignal): Promise<string | null> {
  return inInbox(access, signal, async () => null).catch((error: Error) => error.message);
}

type Inbox = { uidValidity: string; uidNext: number };

async function inInbox<T>(
  access: MailServerAccess,
  signal: AbortSignal,
  work: (client: ImapFlow, inbox: Inbox) => Promise<T>,
): Promise<T> {
  const client = clientOf(access);
  // Told by what is awaited below.
  client.on("error", () => {});
  const stop = () => client.close();
  signal.addEventListener("abort", stop, { once: true });
  try {
    if (signal.aborted) throw new Error("too late");
    await client.connect();
    const inbox = await client.mailboxOpen("INBOX", { readOnly: true });
    return await work(client, { uidValidity: `${inbox.uidValidity}`, uidNext: inbox.uidNext });
  } catch (error) {
    throw new AppError(
      "unavailable",
      `The mailbox at ${access.host} could not be read: ${whyOf(error, signal)}`,
    );
  } finally {
    signal.removeEventListener("abort", stop);
    await client.logout().catch(() => client.close());
  }
}

/** A password goes to another machine over TLS or not at all. */
function clientOf({ host, address, port, secure, login }: MailServerAccess): ImapFlow {
  return new ImapFlow({
    host: address ?? host,
    port,
    secure,
    ...(!secure && !LOOPBACK.test(host) && { doSTARTTLS: true }),
    servername: host,
    auth: login ?? undefined,
    logger: false,
    disableAutoIdle: true,
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    socketTimeout: SILENCE_MS,
  });
}

function whyOf(error: unknown, signal: AbortSignal): string {
  if (signal.aborted) return "it took too long.";
  const { authenticationFailed, responseText, message } = error as {
    authenticationFailed?: boolean;
    responseText?: string;
    message?: string;
  };
  const words = (responseText ?? message ?? "it did not say why").replace(/\p{Cc}+/gu, " ").slice(0, 200);
  return authenticationFailed ? `the sign-in was refused (${words}).` : `${words}.`;
}
