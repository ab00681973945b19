import type { AppError } from "#lib/errors";
import type { Ctx } from "#lib/events/context";
import { unsubscribe } from "#lib/received/unsubscribe";
import { expectedError } from "#lib/web/refusal";
import { visitorOf } from "#lib/web/visitor";

/** Named by the button of the page, so that its visitor is shown the page again. */
export const FROM_PAGE = "from-page";

const STATUS: Partial<Record<AppError["code"], number>> = { not_found: 404, unavailable: 429 };

/**
 * Unsubscribes whoever has the link. A mail program posts `List-Unsubscribe=One-Click` without cookie or Origin
 * (RFC 8058, section 3.2); the page's button posts the same and is led back. What else stands in the body counts for nothing.
 */
export async function answerUnsubscribe(request: Request, token: string, ctx: Ctx): Promise<Response> {
  const fromPage = new URL(request.url).searchParams.has(FROM_PAGE);
  try {
    const { address } = await unsubscribe(ctx, { token, address: visitorOf(request.headers).address });
    return fromPage ? toPage(token) : answer(200, `Nothing is sent to ${address} any more.`);
  } catch (error) {
    const refused = expectedError(error);
    if (!refused) throw error;
    return fromPage && refused.code === "not_found"
      ? toPage(token)
      : answer(STATUS[refused.code] ?? 400, refused.message);
  }
}

/** Scanners and people who open the address of the button see the page, which changes nothing. */
export function toPage(token: string): Response {
  const headers = { Location: `/unsubscribe/${encodeURIComponent(token)}`, "Cache-Control": "no-store" };
  return new Response(null, { status: 303, headers });
}

function answer(status: number, words: string): Response {
  const headers = { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store" };
  return new Response(`${words}\n`, { status, headers });
}
