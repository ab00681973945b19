"use server";

import { redirect } from "next/navigation";
import { inputOf, type Outcome, settle } from "#lib/web/door";
import { enterByLink } from "#lib/web/enter";

export async function enterByLinkAction(
  _: Outcome<unknown> | null,
  form: FormData,
): Promise<Outcome<unknown>> {
  const { token } = inputOf<{ token: string }>(form);
  const outcome = await settle(() => enterByLink(token));
  if (outcome.ok) redirect("/");
  return outcome;
}
