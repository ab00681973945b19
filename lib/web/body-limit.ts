/** What a stranger may send: a form with a few fields. */
const MOST_BYTES = 32 * 1024;

/**
 * Whether a body is larger than somebody without a session has any use for. Bodies are parsed before a session is
 * looked up, so that without this anybody could keep the server busy. Strangers say the length of what they send.
 */
export function isTooLarge({ method, headers }: { method: string; headers: Headers }): boolean {
  if (method === "GET" || method === "HEAD") return false;
  const length = headers.get("content-length");
  if (length === null) return headers.has("transfer-encoding");
  return !(Number(length) <= MOST_BYTES);
}
