import { decode } from "next-auth/jwt";

/** What next-auth calls its cookie, over http and over https; a long one is cut in numbered pieces. */
const SESSION_COOKIE = /^(?:__Secure-)?authjs\.session-token(?:\.\d)?$/;

/** Whether a request brings a session, good or not. */
export function bringsSession(headers: Headers): boolean {
  const cookies = (headers.get("cookie") ?? "").split(";");
  return cookies.some((cookie) => SESSION_COOKIE.test(cookie.split("=", 1)[0]!.trim()));
}

/** Whether a request came over https, by headers that `settleForwardedHeaders` has settled. */
export function cameByHttps(headers: Headers): boolean {
  return headers.get("x-forwarded-proto") === "https";
}

/** The name of the cookie that counts: over https only one that was set over https. */
function sessionCookieName(headers: Headers): string {
  return `${cameByHttps(headers) ? "__Secure-" : ""}authjs.session-token`;
}

type Cookies = { get: (name: string) => { value: string } | undefined };

/** The id of the session that a request brings in a cookie which this installation signed, be it over by now. */
export async function sessionIdOf(headers: Headers, cookies: Cookies): Promise<string | undefined> {
  const name = sessionCookieName(headers);
  const token = cookies.get(name)?.value;
  if (token === undefined) return undefined;
  try {
    return (await decode({ token, salt: name, secret: process.env.AUTH_SECRET ?? "" }))?.sid;
  } catch {
    // Set by another installation on this host, or by nobody we know.
    return undefined;
  }
}
