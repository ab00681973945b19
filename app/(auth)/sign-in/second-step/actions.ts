"use server";

import { redirect } from "next/navigation";
import { inputOf, type Outcome, settle } from "#lib/web/door";
import { enrol, enterByCode, enterEnrolled } from "#lib/web/enter";
import { localPath } from "#lib/web/local-path";

type Before = Outcome<unknown> | null;
type Filled = { code: unknown; offer: unknown; next: string };

export async function enterByCodeAction(_: Before, form: FormData): Promise<Outcome<unknown>> {
  const { code, next } = inputOf<Filled>(form);
  const outcome = await settle(() => enterByCode(code));
  if (outcome.ok) redirect(localPath(next));
  return outcome;
}

/** Answers with the recovery codes, which are shown this once. */
export async function enrolAction(_: Before, form: FormData): Promise<Outcome<unknown>> {
  const { code, offer } = inputOf<Filled>(form);
  return settle(() => enrol(offer, code));
}

export async function enterEnrolledAction(_: Before, form: FormData): Promise<Outcome<unknown>> {
  const { next } = inputOf<Filled>(form);
  const outcome = await settle(enterEnrolled);
  if (outcome.ok) redirect(localPath(next));
  return outcome;
}
