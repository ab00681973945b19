"use server";

import { redirect } from "next/navigation";
import { inputOf, type Outcome, settle } from "#lib/web/door";
import { enterByPassword, enterByProvider } from "#lib/web/enter";

type Before = Outcome<unknown> | null;

export async function signInAction(_: Before, form: FormData): Promise<Outcome<unknown>> {
  const { email, password, next } = inputOf<Record<string, unknown>>(form);
  const outcome = await settle(() => enterByPassword(email, password, next));
  if (outcome.ok) redirect(outcome.value);
  return outcome;
}

export async function signInWithProviderAction(_: Before, form: FormData): Promise<Outcome<unknown>> {
  const outcome = await settle(() => enterByProvider(inputOf<{ next: unknown }>(form).next));
  if (outcome.ok) redirect(outcome.value);
  return outcome;
}
