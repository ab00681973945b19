import { unstable_rethrow } from "next/navigation";
import { noteConnection } from "#components/shell/connection";
import type { Refusal } from "#lib/web/refusal";

/** What is answered where no answer came; `leaving` where the server sent the browser to another page instead. */
type Unreached = Refusal & { code: "unavailable"; leaving?: true };

const LOST =
  "The connection broke before the answer came. Nothing you typed is lost: try again when it is back.";

/** Calls a server action, and answers even where no answer came: the connection broke, or the server did. */
export async function reach<Answer>(
  call: () => Promise<Answer>,
  lost: string = LOST,
): Promise<Answer | Unreached> {
  try {
    return await call();
  } catch (error) {
    if (isRedirect(error))
      return { ok: false, code: "unavailable", message: "Another page is on its way.", leaving: true };
    // A request that does not arrive is a TypeError in every browser; anything else came from the server.
    if (error instanceof TypeError) noteConnection(false);
    return { ok: false, code: "unavailable", message: lost };
  }
}

/** Next has already begun to go there, and ends the call with an error. */
function isRedirect(error: unknown): boolean {
  try {
    unstable_rethrow(error);
    return false;
  } catch {
    return true;
  }
}
