"use server";

import { redirect } from "next/navigation";
import { systemCtx } from "#lib/web/auth";
import { inputOf, type Outcome, settle } from "#lib/web/door";
import { enterAs } from "#lib/web/enter";
import type { SetUp } from "#lib/workspace/schema";
import { setUp } from "#lib/workspace/set-up";

export async function setUpAction(_: Outcome<unknown> | null, form: FormData): Promise<Outcome<unknown>> {
  const input = inputOf<SetUp>(form);
  const outcome = await settle(async () => {
    const { adminId } = await setUp(await systemCtx(), input);
    await enterAs(adminId);
  });
  if (outcome.ok) redirect("/");
  return outcome;
}
