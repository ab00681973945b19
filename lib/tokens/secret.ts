import { createHash, randomBytes } from "node:crypto";

/** What a secret begins with, so that people, and programs that look for leaked secrets, recognise one. */
export type SecretPrefix = "cs_" | "csf_";

/** A new secret: 256 random bits, for its person's eyes and never stored. */
export function newSecret(prefix: SecretPrefix): string {
  return prefix + randomBytes(32).toString("base64url");
}

/** Whether a text has the form of a secret with this prefix. */
export function looksLikeSecret(text: string, prefix: SecretPrefix): boolean {
  return text.startsWith(prefix) && /^[\w-]{43}$/.test(text.slice(prefix.length));
}

/** What is kept of a secret. 256 random bits need no salt and no slow hash. */
export function hashSecret(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}
