import { headers } from "next/headers";
import NextAuth, { CredentialsSignin, type NextAuthConfig } from "next-auth";
import type {} from "next-auth/jwt";
import Credentials from "next-auth/providers/credentials";
import { type AppError, describeError } from "#lib/errors";
import type { Ctx, From, UserCtx } from "#lib/events/context";
import { getRuntime } from "#lib/runtime/handle";
import { deviceName } from "#lib/sessions/device";
import { findLiveSession, type LiveSession } from "#lib/sessions/queries";
import { revokeSession } from "#lib/sessions/revoke-session";
import { type SignedIn, signIn } from "#lib/sessions/sign-in";
import { signInWithLink } from "#lib/sessions/sign-in-with-link";
import { expectedError } from "#lib/web/refusal";
import { type Visitor, visitorOf } from "#lib/web/visitor";

declare module "next-auth" {
  interface Session {
    live?: LiveSession;
  }
  interface User {
    sessionId?: string;
  }
}
declare module "next-auth/jwt" {
  interface JWT {
    sid?: string;
    live?: LiveSession;
  }
}

/** How long a browser keeps the cookie at most; when a session ends is decided by its row, on each request. */
const COOKIE_S = 400 * 86_400;

/** A sign-in that was refused for a reason the person may read. */
class SignInRefused extends CredentialsSignin {
  override code = "refused";
  readonly refusal: AppError;

  constructor(refusal: AppError) {
    super();
    this.refusal = refusal;
  }
}

// A function, because the secret is known only when the runtime has started.
const nextAuth = NextAuth(
  (): NextAuthConfig => ({
    secret: process.env.AUTH_SECRET,
    // The headers that name the host are settled before they get here.
    trustHost: true,
    session: { strategy: "jwt", maxAge: COOKIE_S },
    pages: { signIn: "/sign-in", signOut: "/sign-in", error: "/sign-in" },
    providers: [
      way("password", (ctx, visitor, { email, password }) =>
        signIn(ctx, { ...visitor, email: text(email), password: text(password) }),
      ),
      way("link", (ctx, visitor, { token }) => signInWithLink(ctx, { ...visitor, token: text(token) })),
    ],
    callbacks: {
      jwt: async ({ token, user }) => {
        const sid = user?.sessionId ?? token.sid;
        const live = sid && (await findLiveSession(await getRuntime(), sid));
        return live ? { sid, live } : null;
      },
      session: ({ session, token }) => ({ expires: session.expires, user: {}, live: token.live }),
    },
    events: {
      signOut: async (message) => {
        const sid = "token" in message ? message.token?.sid : undefined;
        const session = sid && (await findLiveSession(await getRuntime(), sid));
        if (session) await revokeSession(await userCtx(session), { sessionId: session.id });
      },
    },
    logger: { error: (error) => report(error), warn: () => {}, debug: () => {} },
  }),
);

/** The routes under /api/auth, the session of a request, and the way out. */
export const { handlers, auth, signOut } = nextAuth;

/** Signs in whoever a server action runs for and sets their cookie, or throws why not. */
export async function enter(by: "password" | "link", given: Record<string, string>): Promise<void> {
  try {
    await nextAuth.signIn(by, { ...given, redirect: false });
  } catch (error) {
    if (error instanceof SignInRefused) throw error.refusal;
    throw causeOf(error) ?? error;
  }
}

/** The context in which somebody acts who has not signed in yet. Only while a request is answered. */
export async function systemCtx(): Promise<Ctx> {
  return { ...(await getRuntime()), actor: { kind: "system" }, from: await fromPage() };
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

type Door = (ctx: Ctx, visitor: Visitor, given: Partial<Record<string, unknown>>) => Promise<SignedIn>;

function way(id: string, door: Door) {
  return Credentials({
    id,
    authorize: async (given, request) => {
      try {
        const { userId, sessionId } = await door(await systemCtx(), visitorOf(request.headers), given);
        return { id: userId, sessionId };
      } catch (error) {
        const expected = expectedError(error);
        throw expected ? new SignInRefused(expected) : error;
      }
    },
  });
}

function text(value: unknown): string {
  return typeof value === "string" ? value : "";
}

// A wrong password, and a cookie that another installation on this host has set, are nobody's defect.
function report(error: Error): void {
  const type = "type" in error ? error.type : error.name;
  if (type === "CredentialsSignin" || type === "JWTSessionError" || type === "MissingCSRF") return;
  console.error(`Sign-in failed: ${describeError(causeOf(error) ?? error)}`);
}

// Where next-auth keeps what one of the functions above threw.
function causeOf(error: unknown): Error | undefined {
  return error instanceof Error ? (error.cause as { err?: Error } | undefined)?.err : undefined;
}
