import type { BrowserContext } from "@playwright/test";
import { encode } from "next-auth/jwt";

/** What the servers under test sign sessions with. */
export const AUTH_SECRET = "a-secret-for-tests-that-is-long-enough";

const NAME = "authjs.session-token";

type Cookie = Parameters<BrowserContext["addCookies"]>[0][number];

/** The cookie that signing in sets, for a session row that exists already. */
export async function sessionCookie(sessionId: string, secret: string, url: string): Promise<Cookie> {
  const value = await encode({ token: { sid: sessionId }, secret, salt: NAME });
  return { name: NAME, value, url, httpOnly: true, sameSite: "Lax" };
}

/** The same as a request carries it. */
export async function cookieHeader(sessionId: string, secret: string, url: string): Promise<string> {
  const { name, value } = await sessionCookie(sessionId, secret, url);
  return `${name}=${value}`;
}
