"use server";

import { redirect } from "next/navigation";
import { enter, systemCtx } from "#lib/web/auth";
import { inputOf, type Outcome, settle } from "#lib/web/door";
import type { SetUp } from "#lib/workspace/schema";
import { setUp } from "#lib/workspace/set-up";

export async function setUpAction(_: Outcome<unknown> | null, form: FormData): Promise<Outcome<unknown>> {
  const input = inputOf<SetUp>(form);
  const outcome = await settle(async () => {
    await setUp(await systemCtx(), input);
    await enter("password", { email: input.email, password: input.password });
  });
  if (outcome.ok) redirect("/");
  return outcome;
}
