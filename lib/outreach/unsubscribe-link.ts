import { randomBytes } from "node:crypto";
import { eq } from "drizzle-orm";
import { unsubscribeLinks } from "#drizzle/schema/schema";
import type { Database, Tx } from "#lib/db/store";

const BYTES = 24;

/**
 * The page at which whoever has a folded address unsubscribes; `site` is the address people open, without a slash. Its
 * token is made once and stays for ever: the law asks for 60 days (CASL, S.C. 2010, c. 23, section 11(2)).
 */
export async function unsubscribeUrl(
  db: Tx | Database,
  address: string,
  site: string,
  now: Date,
): Promise<string> {
  const token = (await findToken(db, address)) ?? (await makeToken(db, address, now));
  return urlOf(site, token);
}

/** The same where the page was made before; null otherwise. Changes nothing. */
export async function findUnsubscribeUrl(
  db: Tx | Database,
  address: string,
  site: string,
): Promise<string | null> {
  const token = await findToken(db, address);
  return token && urlOf(site, token);
}

/** Where a mail program posts to that unsubscribes for its reader, for the page at which people do (RFC 8058). */
export function oneClickUrl(url: string): string {
  return url.replace(/\/unsubscribe\/(?=[\w-]+$)/, "/api/unsubscribe/");
}

/** The same for a mail program that writes instead (RFC 2369, section 3.2): the subject says whose wish it is. */
export function unsubscribeMailto(address: string, url: string): string {
  // A “?” or “%” before the @ would end the address there (RFC 6068, section 2).
  const local = encodeURIComponent(address.slice(0, address.lastIndexOf("@")));
  return `mailto:${local}${address.slice(address.lastIndexOf("@"))}?subject=${encodeURIComponent(`unsubscribe ${url.split("/").at(-1)}`)}`;
}

/** Whose a token is, as a folded address; null where nobody was given it. */
export async function addressOfToken(db: Tx | Database, token: string): Promise<string | null> {
  const [row] = await db
    .select({ address: unsubscribeLinks.address })
    .from(unsubscribeLinks)
    .where(eq(unsubscribeLinks.token, token));
  return row?.address ?? null;
}

// Somebody else may make it at the same moment: then theirs is the one.
async function makeToken(db: Tx | Database, address: string, now: Date): Promise<string> {
  const token = randomBytes(BYTES).toString("base64url");
  await db.insert(unsubscribeLinks).values({ token, address, createdAt: now }).onConflictDoNothing();
  return (await findToken(db, address)) ?? token;
}

async function findToken(db: Tx | Database, address: string): Promise<string | null> {
  const [row] = await db
    .select({ token: unsubscribeLinks.token })
    .from(unsubscribeLinks)
    .where(eq(unsubscribeLinks.address, address));
  return row?.token ?? null;
}

function urlOf(site: string, token: string): string {
  return `${site}/unsubscribe/${token}`;
}
