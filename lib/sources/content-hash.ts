import { createHash } from "node:crypto";

/** SHA-256 of a text in UTF-8, in hex: what tells the same text again. */
export function contentHashOf(text: string): string {
  return createHash("sha256").update(text, "utf8").digest("hex");
}
