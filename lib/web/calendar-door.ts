import { actionsAsCalendar } from "#lib/feeds/calendar";
import { readFeed } from "#lib/feeds/queries";
import { getRuntime } from "#lib/runtime/handle";
import { originOf } from "#lib/web/site-of-request";

/** A calendar program's question at a secret address, which may end in ".ics"; 404 where nothing is behind it. */
export async function answerCalendar(request: Request, address: string): Promise<Response> {
  const contents = await readFeed(await getRuntime(), address.replace(/\.ics$/, ""));
  if (!contents)
    return new Response("There is no calendar here, or its link was revoked.", {
      status: 404,
      headers: KEPT,
    });
  return new Response(actionsAsCalendar(contents, originOf(request.headers)), {
    headers: {
      ...KEPT,
      "Content-Type": "text/calendar; charset=utf-8",
      "Content-Disposition": 'inline; filename="actions.ics"',
    },
  });
}

// The address is a secret: what is behind it stays nowhere on the way, nor with search engines.
const KEPT = { "Cache-Control": "private, no-store", "X-Robots-Tag": "noindex" };
