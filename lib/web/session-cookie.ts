/** What next-auth calls its cookie, over http and over https; a long one is cut in numbered pieces. */
const SESSION_COOKIE = /^(?:__Secure-)?authjs\.session-token(?:\.\d)?$/;

/** Whether a request brings a session, good or not. */
export function bringsSession(headers: Headers): boolean {
  const cookies = (headers.get("cookie") ?? "").split(";");
  return cookies.some((cookie) => SESSION_COOKIE.test(cookie.split("=", 1)[0]!.trim()));
}
