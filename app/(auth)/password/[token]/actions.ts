"use server";

import { redirect } from "next/navigation";
import { choosePassword } from "#lib/users/choose-password";
import type { ChoosePassword } from "#lib/users/schema";
import { systemCtx } from "#lib/web/auth";
import { inputOf, type Outcome, settle } from "#lib/web/door";

/** Leads to the sign-in, where the new password is used for the first time. */
export async function choosePasswordAction(
  _: Outcome<unknown> | null,
  form: FormData,
): Promise<Outcome<unknown>> {
  const outcome = await settle(async () => choosePassword(await systemCtx(), inputOf<ChoosePassword>(form)));
  if (outcome.ok) redirect("/sign-in?chosen=1");
  return outcome;
}
