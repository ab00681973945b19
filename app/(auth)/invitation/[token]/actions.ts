"use server";

import { redirect } from "next/navigation";
import { acceptInvitation } from "#lib/users/accept-invitation";
import type { AcceptInvitation } from "#lib/users/schema";
import { enter, systemCtx } from "#lib/web/auth";
import { inputOf, type Outcome, settle } from "#lib/web/door";

export async function joinAction(_: Outcome<unknown> | null, form: FormData): Promise<Outcome<unknown>> {
  const input = inputOf<AcceptInvitation>(form);
  const outcome = await settle(async () => {
    const { email } = await acceptInvitation(await systemCtx(), input);
    await enter("password", { email, password: input.password });
  });
  if (outcome.ok) redirect("/");
  return outcome;
}
