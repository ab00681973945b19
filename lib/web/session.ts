import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { connection } from "next/server";
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
import { KeptAnswers, type Question } from "#lib/web/kept-answers";
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
export const newestEvent = cache(async (): Promise<string> => {
  // A build, which draws pages too, ends here and opens no database that the start after it wants.
  await connection();
  return writeCursor(await getLiveCursor(await getRuntime()));
});

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

const answers = new KeptAnswers();
/** A draft brings its sources along, of two megabytes each. */
const drafts = new KeptAnswers(50);

/** What a query answers whoever is signed in: what they were told already, if nothing has happened since. */
export async function keptAnswer<T>(question: Question, ask: (ctx: UserCtx) => Promise<T>): Promise<T> {
  // In this order: what was answered after the cursor was read is never older than it.
  const [ctx, cursor] = [await requireUser(), await newestEvent()];
  const asOf = { viewer: ctx.actor, cursor, now: ctx.now().getTime() };
  return (question[0] === "draft" ? drafts : answers).ask(question, asOf, () => ask(ctx));
}

/** What waits for whoever is signed in, counted once while a page and its frame are drawn. */
export const frameCounts = cache((): Promise<FrameCounts> => keptAnswer(["frame"], countForFrame));

/** The row of whoever is signed in, read once while a page is drawn. */
export const currentPerson = cache(async (): Promise<Person> => {
  const ctx = await requireUser();
  return getPerson(ctx, ctx.actor.id);
});
