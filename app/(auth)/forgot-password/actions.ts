"use server";

import { headers } from "next/headers";
import { askForPassword } from "#lib/users/ask-for-password";
import { systemCtx } from "#lib/web/auth";
import { inputOf, type Outcome, settle } from "#lib/web/door";
import { visitorOf } from "#lib/web/visitor";

/** Answers with the address as it was given, whether or not anybody has it. */
export async function askForPasswordAction(
  _: Outcome<unknown> | null,
  form: FormData,
): Promise<Outcome<unknown>> {
  const { email } = inputOf<{ email: string }>(form);
  return settle(async () => {
    const { address } = visitorOf(await headers());
    await askForPassword(await systemCtx(), { email, address });
    return { email };
  });
}
