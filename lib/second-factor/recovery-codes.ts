import { randomBytes } from "node:crypto";
import { eq } from "drizzle-orm";
import { recoveryCodes } from "#drizzle/schema/schema";
import type { Tx } from "#lib/db/store";
import { hashPassword } from "#lib/sessions/password";

const COUNT = 10;
const LENGTH = 10;
// Without letters that are read as digits; 32 of them, so that a random byte falls on each alike.
const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";

/** Recovery codes as they are shown this once, and as they are kept. */
export type NewCodes = { codes: string[]; hashes: string[] };

/**
 * Ten codes of 50 random bits, such as "3-kq7mx-2v9p4". They are hashed like passwords, as NIST SP 800-63B-4, section
 * 3.1.2.2, asks of codes this short: a third of a second of a core, so never inside a transaction.
 */
export async function newRecoveryCodes(): Promise<NewCodes> {
  const codes = Array.from({ length: COUNT }, (_, position) => {
    const text = Array.from(randomBytes(LENGTH), (byte) => ALPHABET[byte % 32]).join("");
    return `${position}-${text.slice(0, 5)}-${text.slice(5)}`;
  });
  const hashes: string[] = [];
  for (const code of codes) hashes.push(await hashPassword(bareCode(code)));
  return { codes, hashes };
}

/** A code without what people add or mistake: spaces and hyphens, capitals, an O for a zero, an I or L for a one. */
export function bareCode(typed: string): string {
  return typed
    .toLowerCase()
    .replace(/[\s-]+/g, "")
    .replaceAll("o", "0")
    .replace(/[il]/g, "1");
}

/** Puts new codes in the place of a person's old ones, inside a verb's transaction. */
export async function replaceCodes(tx: Tx, userId: string, hashes: string[]): Promise<void> {
  await tx.delete(recoveryCodes).where(eq(recoveryCodes.userId, userId));
  await tx.insert(recoveryCodes).values(hashes.map((hash, position) => ({ userId, position, hash })));
}
