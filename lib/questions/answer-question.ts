import { and, eq, inArray, sql } from "drizzle-orm";
import { questions, users } from "#drizzle/schema/schema";
import type { Tx } from "#lib/db/store";
import { AppError } from "#lib/errors";
import type { UserCtx } from "#lib/events/context";
import { transact } from "#lib/events/transact";
import { statesBefore } from "#lib/events/transitions";
import { canAnswerQuestion } from "#lib/questions/policy";
import { AnswerQuestion } from "#lib/questions/schema";
import { QUESTION_TRANSITIONS } from "#lib/questions/states";
import { visibleDraft } from "#lib/sources/visibility";

const FROM = statesBefore(QUESTION_TRANSITIONS, "answered");

/** Answers an open question. `conflict` with the answer that came first where somebody was faster. */
export async function answerQuestion(ctx: UserCtx, input: AnswerQuestion): Promise<void> {
  const { questionId, version, answer } = AnswerQuestion.parse(input);
  return transact(ctx, async ({ tx, record }) => {
    const question = await findVisibleQuestion(ctx, tx, questionId);
    if (!canAnswerQuestion(ctx.actor, question)) {
      throw new AppError("forbidden", "Who decides this question, a leader or an admin can answer it.");
    }
    const [row] = await tx
      .update(questions)
      .set({
        state: "answered",
        answer,
        answeredAt: ctx.now(),
        answeredBy: ctx.actor.id,
        version: sql`${questions.version} + 1`,
      })
      .where(
        and(eq(questions.id, questionId), eq(questions.version, version), inArray(questions.state, FROM)),
      )
      .returning({ id: questions.id });
    if (!row) throw await lostRace(tx, questionId);
    record({ kind: "question.answered", subjectId: questionId, draftId: question.draftId, data: {} });
  });
}

async function findVisibleQuestion(ctx: UserCtx, tx: Tx, questionId: string) {
  const [question] = await tx
    .select({ draftId: questions.draftId, deciderId: questions.deciderId })
    .from(questions)
    .where(and(eq(questions.id, questionId), visibleDraft(ctx.actor, questions.draftId)));
  if (!question) throw new AppError("not_found", "There is no such question, or it is not shared with you.");
  return question;
}

async function lostRace(tx: Tx, questionId: string): Promise<AppError> {
  const [now] = await tx
    .select({ answer: questions.answer, by: users.name })
    .from(questions)
    .leftJoin(users, eq(users.id, questions.answeredBy))
    .where(eq(questions.id, questionId));
  if (!now) return new AppError("conflict", "The approval of this question was taken back, so it is gone.");
  return new AppError(
    "conflict",
    `${now.by ?? "Somebody"} answered this question before you: “${now.answer}”. Your answer was not counted.`,
  );
}
