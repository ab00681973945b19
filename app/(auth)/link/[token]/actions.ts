"use server";

import { redirect } from "next/navigation";
import { enter } from "#lib/web/auth";
import { inputOf, type Outcome, settle } from "#lib/web/door";

export async function enterByLinkAction(
  _: Outcome<unknown> | null,
  form: FormData,
): Promise<Outcome<unknown>> {
  const { token } = inputOf<{ token: string }>(form);
  const outcome = await settle(() => enter("link", { token }));
  if (outcome.ok) redirect("/");
  return outcome;
}
