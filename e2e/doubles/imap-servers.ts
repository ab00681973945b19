import { hasDovecot, startDovecot } from "#e2e/doubles/dovecot";
import { startImapDouble } from "#e2e/doubles/imap-double";
import type { ImapServer } from "#e2e/doubles/imap-server";

/** The servers that mailboxes are read from here: the double, and Dovecot where it is installed. */
export const IMAP_SERVERS: [name: string, start: () => Promise<ImapServer>][] = [
  ["the double", () => startImapDouble()],
  ...(hasDovecot() ? [["Dovecot", startDovecot] as [string, typeof startDovecot]] : []),
];
if (!hasDovecot()) console.info("Dovecot is not installed, so mailboxes are read from the double alone.");

/** Starts the most real of them. */
export function startImapServer(): Promise<ImapServer> {
  return hasDovecot() ? startDovecot() : startImapDouble();
}
