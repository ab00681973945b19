import { readCursor } from "#lib/log/live-cursor";
import { getRuntime } from "#lib/runtime/handle";
import { findLiveSession } from "#lib/sessions/queries";
import { liveStream } from "#lib/web/live-stream";
import { currentSession, findUser } from "#lib/web/session";

/** Each costs the server a look at the database with every news; a browser has one for all its tabs. */
const MOST_OF_A_SESSION = 10;

/** The live stream of whoever is signed in. See lib/web/live-stream.ts. */
export async function answerLive(request: Request): Promise<Response> {
  const [ctx, session] = [await findUser(), await currentSession()];
  if (!ctx || !session) return new Response(null, { status: 401 });
  const { live } = await getRuntime();
  if (live.listeners(session.id) >= MOST_OF_A_SESSION)
    return new Response("This session has too many live streams open.", { status: 429 });
  const stream = liveStream({
    ctx,
    live,
    sessionId: session.id,
    isSignedIn: async () => (await findLiveSession(ctx, session.id))?.role === session.role,
    after: readCursor(lastEventId(request)),
    signal: request.signal,
  });
  return new Response(stream, {
    headers: {
      "Content-Type": "text/event-stream",
      "Cache-Control": "no-store, no-transform",
      "X-Accel-Buffering": "no",
    },
  });
}

// A browser that comes back says in the header what it had last; at first only the page knows.
function lastEventId({ headers, url }: Request): string | null {
  return headers.get("last-event-id") ?? new URL(url).searchParams.get("after");
}
