import { deskDraft } from "#lib/web/desk-door";
import { settle } from "#lib/web/door";
import { findUser } from "#lib/web/session";

/**
 * What the desk shows of one draft, as JSON, to be drawn before anybody turns to it; nothing where it can't be read,
 * which the page that is turned to explains. Not a server action: those run one after the other, and a decision waits
 * for nothing.
 */
export async function answerDraft(draftId: string): Promise<Response> {
  if (!(await findUser())) return new Response(null, { status: 401 });
  const outcome = await settle(() => deskDraft(draftId));
  const headers = { "Cache-Control": "no-store" };
  return outcome.ok
    ? Response.json(outcome.value, { headers })
    : new Response(null, { status: 204, headers });
}
