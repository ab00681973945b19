"use server";

import { redirect } from "next/navigation";
import { acceptInvitation } from "#lib/users/accept-invitation";
import type { AcceptInvitation } from "#lib/users/schema";
import { systemCtx } from "#lib/web/auth";
import { inputOf, type Outcome, settle } from "#lib/web/door";
import { enterByPassword, refuseWithoutPasswords } from "#lib/web/enter";

export async function joinAction(_: Outcome<unknown> | null, form: FormData): Promise<Outcome<unknown>> {
  const input = inputOf<AcceptInvitation>(form);
  const outcome = await settle(async () => {
    refuseWithoutPasswords();
    const { email } = await acceptInvitation(await systemCtx(), input);
    return enterByPassword(email, input.password, "/");
  });
  if (outcome.ok) redirect(outcome.value);
  return outcome;
}
