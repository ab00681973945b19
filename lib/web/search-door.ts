import { findEverywhere } from "#lib/search/queries";
import type { Search } from "#lib/search/schema";
import { settle } from "#lib/web/door";
import { findUser } from "#lib/web/session";

const STATUS = { invalid: 400, unavailable: 503 } as Record<string, number>;

/**
 * The door of the palette: what whoever is signed in may find, as JSON. A plain answer and no server action, so that
 * what is overtaken by the next letter can be called off.
 */
export async function answerSearch(request: Request): Promise<Response> {
  const ctx = await findUser();
  if (!ctx) return new Response(null, { status: 401 });
  const { words = "", kind } = Object.fromEntries(new URL(request.url).searchParams);
  const outcome = await settle(() => findEverywhere(ctx, { words, kind } as Search));
  const headers = { "Cache-Control": "no-store" };
  if (outcome.ok) return Response.json({ groups: outcome.value }, { headers });
  return Response.json({ message: outcome.message }, { status: STATUS[outcome.code] ?? 500, headers });
}
