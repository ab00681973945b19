import { letGoOfDraft } from "#lib/drafts/let-go";
import { takeHold } from "#lib/drafts/take-hold";
import type { OwnHold } from "#lib/drafts/view";
import { settle } from "#lib/web/door";
import type { Refusal } from "#lib/web/refusal";
import { findUser } from "#lib/web/session";

const STATUS: Partial<Record<Refusal["code"], number>> = { not_found: 404, forbidden: 403, invalid: 400 };

/**
 * Takes, renews and lets go of the hold on a draft: `{ draftId }`, with `done` to let go, and `fence` where it is known. Not a server action: those of
 * a page run one after the other, and a decision waits for nothing; and this one is still sent by a page that closes.
 */
export async function answerHold(request: Request): Promise<Response> {
  const ctx = await findUser();
  if (!ctx) return new Response(null, { status: 401 });
  const asked = await request.json().catch(() => null);
  const outcome = await settle<OwnHold | null>(async () => {
    if (asked?.done !== true) return takeHold(ctx, { draftId: asked?.draftId });
    await letGoOfDraft(ctx, asked);
    return null;
  });
  if (outcome.ok) return Response.json({ hold: outcome.value });
  const { code, message } = outcome;
  // That somebody else has it is an answer as good as the other; browsers would print anything above 399 as a failure.
  if (code === "conflict") return Response.json({ refused: message });
  return Response.json({ message }, { status: STATUS[code] ?? 503 });
}
