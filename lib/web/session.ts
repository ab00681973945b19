import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import type { UserCtx } from "#lib/events/context";
import { addressOf } from "#lib/format/address";
import { writeCursor } from "#lib/log/live-cursor";
import { getLiveCursor } from "#lib/log/live-queries";
import { getRuntime } from "#lib/runtime/handle";
import type { LiveSession } from "#lib/sessions/queries";
import { countForFrame, type FrameCounts } from "#lib/today/frame-counts";
import { getPerson, type Person } from "#lib/users/queries";
import { sessionOfRequest, userCtx } from "#lib/web/auth";
import { localPath } from "#lib/web/local-path";
import { PATH_HEADER } from "#lib/web/path-header";
import { bringsSession } from "#lib/web/session-cookie";

/** The session of this request, looked up once while a page is drawn, or null. */
export const currentSession = cache((): Promise<LiveSession | null> => sessionOfRequest());

/** The context of whoever is signed in, or null: for routes that answer instead of leading somewhere. */
export async function findUser(): Promise<UserCtx | null> {
  const session = await currentSession();
  return session && userCtx(session);
}

/** How far the log was when this request began to draw a page: what comes later is told by the live stream. */
export const newestEvent = cache(
  async (): Promise<string> => writeCursor(await getLiveCursor(await getRuntime())),
);

/** The context of whoever is signed in. Everybody else is led to the sign-in page, and back after it. */
export async function requireUser(): Promise<UserCtx> {
  // Before anything else is read, or an event between the two would be missed.
  const [user] = await Promise.all([findUser(), newestEvent()]);
  if (user) return user;
  // Signing out takes the cookie away: who still has one had a session that is over.
  const sent = await headers();
  const path = localPath(sent.get(PATH_HEADER));
  redirect(
    addressOf("/sign-in", { next: path === "/" ? null : path, ended: bringsSession(sent) ? "1" : null }),
  );
}

/** What waits for whoever is signed in, counted once while a page and its frame are drawn. */
export const frameCounts = cache(async (): Promise<FrameCounts> => countForFrame(await requireUser()));

/** The row of whoever is signed in, read once while a page is drawn. */
export const currentPerson = cache(async (): Promise<Person> => {
  const ctx = await requireUser();
  return getPerson(ctx, ctx.actor.id);
});
