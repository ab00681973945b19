import { createHash, randomBytes } from "node:crypto";

/** So that people, and programs that look for leaked secrets, recognise one. */
const PREFIX = "cs_";
const SECRET = /^cs_[\w-]{43}$/;

/** The secret of a new token: 256 random bits, for its person's eyes and never stored. */
export function newSecret(): string {
  return PREFIX + randomBytes(32).toString("base64url");
}

/** Whether a text has the form of a secret. */
export function looksLikeSecret(text: string): boolean {
  return SECRET.test(text);
}

/** What is kept of a secret. 256 random bits need no salt and no slow hash. */
export function hashSecret(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}
