"use server";

import { redirect } from "next/navigation";
import { enter } from "#lib/web/auth";
import { inputOf, type Outcome, settle } from "#lib/web/door";
import { localPath } from "#lib/web/local-path";

type Filled = { email: string; password: string; next: string };

export async function signInAction(_: Outcome<unknown> | null, form: FormData): Promise<Outcome<unknown>> {
  const { email, password, next } = inputOf<Filled>(form);
  const outcome = await settle(() => enter("password", { email, password }));
  if (outcome.ok) redirect(localPath(next));
  return outcome;
}
