import { unstable_rethrow } from "next/navigation";
import { type Refusal, toRefusal } from "#lib/web/refusal";

/** For a part of a page that may fail without the others: what it shows, or why it can't. */
export async function unlessFailed<T>(work: Promise<T>): Promise<{ ok: true; value: T } | Refusal> {
  try {
    return { ok: true, value: await work };
  } catch (error) {
    // What Next throws to redirect is no failure.
    unstable_rethrow(error);
    return toRefusal(error);
  }
}
