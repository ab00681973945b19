"use server";

import { answerQuestion } from "#lib/questions/answer-question";
import type { AnswerQuestion } from "#lib/questions/schema";
import { actionDoor, inputOf, type Outcome } from "#lib/web/door";

export async function answer(_: Outcome<unknown> | null, form: FormData): Promise<Outcome<unknown>> {
  const { version, ...rest } = inputOf<AnswerQuestion>(form);
  return actionDoor(answerQuestion, { ...rest, version: Number(version) });
}
