import { AsyncLocalStorage } from "node:async_hooks";
import { cookies, headers } from "next/headers";
import { NextRequest } from "next/server";
import NextAuth, { type NextAuthConfig } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { describeError, ignoreConflict } from "#lib/errors";
import type { Ctx, From, UserCtx } from "#lib/events/context";
import { getRuntime } from "#lib/runtime/handle";
import { deviceName } from "#lib/sessions/device";
import { findLiveSession, type LiveSession } from "#lib/sessions/queries";
import { revokeSession } from "#lib/sessions/revoke-session";
import type { SignedIn } from "#lib/sessions/start-session";
import { localAddress } from "#lib/web/local-path";
import { PROVIDER, providerEntry, providerPath } from "#lib/web/provider";
import { sessionIdOf } from "#lib/web/session-cookie";
import { readSignInWays } from "#lib/web/sign-in-ways";
import { visitorOf } from "#lib/web/visitor";

declare module "next-auth" {
  interface User {
    sessionId?: string;
  }
}
declare module "next-auth/jwt" {
  interface JWT {
    sid?: string;
  }
}

/** How long a browser keeps the cookie at most; when a session ends is decided by its row, on each request. */
const COOKIE_S = 400 * 86_400;
const STARTED = "started";

/** Whom a verb has just signed in, until their cookie is set. No request can say it: only this process does. */
const justStarted = new AsyncLocalStorage<SignedIn>();

// A function, because the secret is known only when the runtime has started.
const nextAuth = NextAuth((): NextAuthConfig => {
  const { provider } = readSignInWays(process.env);
  return {
    secret: process.env.AUTH_SECRET,
    // The headers that name the host are settled before they get here.
    trustHost: true,
    session: { strategy: "jwt", maxAge: COOKIE_S },
    pages: { signIn: "/sign-in", signOut: "/sign-in", error: "/sign-in" },
    providers: [
      Credentials({
        id: STARTED,
        authorize: () => {
          const started = justStarted.getStore();
          return started ? { id: started.userId, sessionId: started.sessionId } : null;
        },
      }),
      ...(provider ? [providerEntry(provider)] : []),
    ],
    callbacks: {
      signIn: async ({ user, account, profile }) => {
        if (account?.provider === STARTED) return true;
        if (!provider || account?.provider !== PROVIDER) return false;
        const visitor = visitorOf(await headers());
        const entry = await providerPath(await systemCtx(), provider, profile, visitor);
        if ("refusal" in entry) return `/sign-in?refused=${entry.refusal}`;
        await endSessionBefore();
        user.sessionId = entry.sessionId;
        return true;
      },
      redirect: ({ url, baseUrl }) => localAddress(url, baseUrl),
      jwt: ({ token, user }) => {
        const sid = user?.sessionId ?? token.sid;
        return sid ? { sid } : null;
      },
      session: ({ session }) => ({ expires: session.expires, user: {} }),
    },
    events: {
      signOut: async (message) => {
        const sid = "token" in message ? message.token?.sid : undefined;
        if (sid) await endSession(sid);
      },
    },
    logger: { error: (error) => report(error), warn: () => {}, debug: () => {} },
  };
});

/** The routes under /api/auth, at the address the browser asked for: Next names the one it listens on. */
export const handlers = {
  GET: (request: NextRequest) => nextAuth.handlers.GET(asAskedFor(request)),
  POST: (request: NextRequest) => nextAuth.handlers.POST(asAskedFor(request)),
};

/** The way out. */
export const { signOut } = nextAuth;

/** Gives the browser that a server action runs for the session a verb has started, in the place of the one it had. */
export async function keepSession(started: SignedIn): Promise<void> {
  await endSessionBefore();
  await justStarted.run(started, () => nextAuth.signIn(STARTED, { redirect: false }));
}

/** Where a browser goes to sign in with the provider, with what it will prove itself by in its cookies. */
export async function providerAddress(next: string): Promise<string> {
  return nextAuth.signIn(PROVIDER, { redirect: false, redirectTo: next });
}

/** The live session that a request brings, or null. */
export async function sessionOfRequest(): Promise<LiveSession | null> {
  const sid = await sessionIdOf(await headers(), await cookies());
  return (sid && (await findLiveSession(await getRuntime(), sid))) || null;
}

/** The context in which somebody acts who has not signed in yet. Only while a request is answered. */
export async function systemCtx(): Promise<Ctx> {
  // The request first: a build has none, and must not get as far as the runtime.
  const from = await fromPage();
  return { ...(await getRuntime()), actor: { kind: "system" }, from };
}

/** The context in which the person of a session acts. Only while a request is answered. */
export async function userCtx({ userId, name, role }: LiveSession): Promise<UserCtx> {
  const actor = { kind: "user", id: userId, name, role } as const;
  return { ...(await getRuntime()), actor, from: await fromPage() };
}

async function fromPage(): Promise<From> {
  const { address, userAgent } = visitorOf(await headers());
  return { door: "page", address, device: userAgent && deviceName(userAgent) };
}

// Who signs in anew leaves nothing behind that the browser's earlier cookie would still open.
async function endSessionBefore(): Promise<void> {
  const before = await sessionOfRequest();
  if (before) await endSession(before.id);
}

async function endSession(sid: string): Promise<void> {
  const session = await findLiveSession(await getRuntime(), sid);
  if (session) await revokeSession(await userCtx(session), { sessionId: session.id }).catch(ignoreConflict);
}

function asAskedFor(request: NextRequest): NextRequest {
  const { headers, nextUrl } = request;
  const [proto, host] = [headers.get("x-forwarded-proto"), headers.get("x-forwarded-host")];
  if (!proto || !host) return request;
  return new NextRequest(request.url.replace(nextUrl.origin, `${proto}://${host}`), request);
}

// What a visitor can bring about at will is nobody's defect: a cookie of another installation, a made-up or stale
// answer of the provider, somebody who changed their mind there.
const VISITORS_DOING = new Set([
  "CredentialsSignin",
  "JWTSessionError",
  "MissingCSRF",
  "InvalidCheck",
  "OAuthCallbackError",
]);

function report(error: Error): void {
  const type = "type" in error ? String(error.type) : error.name;
  if (VISITORS_DOING.has(type)) return;
  console.error(`Sign-in failed: ${describeError(causeOf(error) ?? error)}`);
}

// Where next-auth keeps what one of the functions above threw.
function causeOf(error: unknown): Error | undefined {
  return error instanceof Error ? (error.cause as { err?: Error } | undefined)?.err : undefined;
}
