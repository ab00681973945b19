import { refresh } from "next/cache";
import { unstable_rethrow } from "next/navigation";
import type { UserCtx } from "#lib/events/context";
import { type Refusal, toRefusal } from "#lib/web/refusal";
import { requireUser } from "#lib/web/session";

/** What a server action answers. */
export type Outcome<T> = { ok: true; value: T } | Refusal;

/** A server action behind a form: gets what it answered before, which forms have no use for, and what was filled in. */
export type FormAction = (before: Outcome<unknown> | null, form: FormData) => Promise<Outcome<unknown>>;

/** What was filled in, as a verb's input. It only looks typed: the verb parses it. */
export function inputOf<I>(form: FormData): I {
  return Object.fromEntries(formOf(form)) as I;
}

/** The form that came, or an empty one: anybody can call a server action with anything. */
export function formOf(form: unknown): FormData {
  return form instanceof FormData ? form : new FormData();
}

/**
 * The door of server actions: calls a verb as whoever is signed in, and says in words what could not be done.
 * The verb parses its input. After a change, and after a lost race, the page's data is loaded again.
 */
export async function actionDoor<I, T>(
  verb: (ctx: UserCtx, input: I) => Promise<T>,
  input: I,
): Promise<Outcome<T>> {
  const ctx = await requireUser();
  const outcome = await settle(() => verb(ctx, input));
  if (outcome.ok || outcome.code === "conflict") refresh();
  return outcome;
}

/**
 * The same for a verb that changes a row. Only its version goes back: the page is drawn again with the row as its reader
 * may see it.
 */
export async function changeDoor<I>(
  verb: (ctx: UserCtx, input: I) => Promise<{ version: number }>,
  input: I,
): Promise<Outcome<{ version: number }>> {
  return actionDoor(async (ctx, given: I) => ({ version: (await verb(ctx, given)).version }), input);
}

/** The same for what somebody does before signing in; `work` gets no context and makes its own. */
export async function settle<T>(work: () => Promise<T>): Promise<Outcome<T>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    // What Next throws to redirect is no failure.
    unstable_rethrow(error);
    return toRefusal(error);
  }
}
