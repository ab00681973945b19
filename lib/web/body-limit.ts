import { bringsSession } from "#lib/web/session-cookie";

/** What a stranger may send: a form with a few fields. */
const MOST_BYTES = 32 * 1024;

/**
 * Whether a body is larger than somebody without a session has any use for. Bodies are parsed before a session is
 * looked up, so that without this anybody could keep the server busy. Only who says the length may send one.
 */
export function isTooLarge({ method, headers }: { method: string; headers: Headers }): boolean {
  if (method === "GET" || method === "HEAD" || bringsSession(headers)) return false;
  const length = headers.get("content-length");
  if (length === null) return headers.has("transfer-encoding");
  return !(Number(length) <= MOST_BYTES);
}
