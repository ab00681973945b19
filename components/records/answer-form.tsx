"use client";

import { useEffect, useState } from "react";
import { useFormAction } from "#components/auth/form-action";
import { RefusalText } from "#components/auth/refusal-text";
import { findAnswer, keepAnswer } from "#components/records/kept-answer";
import { SubmitButton } from "#components/ui/submit-button";
import { TextArea } from "#components/ui/text-area";
import type { FormAction } from "#lib/web/door";

type AnswerFormProps = {
  action: FormAction;
  question: { id: string; version: number; mayAnswer: boolean };
};

/** Answers a question in place. Who was slower keeps their words, and reads what was answered. */
export function AnswerForm({ action, question }: AnswerFormProps) {
  const { outcome, refusal, pending, form } = useFormAction(action);
  const [fill] = useState(() => findAnswer(question.id));
  const isAnswered = outcome?.ok === true;
  useEffect(() => {
    if (isAnswered) keepAnswer(question.id, "");
  }, [isAnswered, question.id]);
  if (!question.mayAnswer && !refusal) return null;
  return (
    <form {...form} className="mt-5 flex flex-col gap-2.5">
      <input type="hidden" name="questionId" value={question.id} />
      <input type="hidden" name="version" value={question.version} />
      <TextArea
        label={question.mayAnswer ? "Answer" : "What you wrote"}
        name="answer"
        ref={fill}
        onChange={(event) => keepAnswer(question.id, event.target.value)}
        text="record"
        maxLength={2000}
        readOnly={!question.mayAnswer}
        error={refusal?.fields?.answer}
      />
      <RefusalText refusal={refusal} />
      {question.mayAnswer && (
        <div>
          <SubmitButton kbd="mod+Enter" pending={pending} pendingLabel="Answering">
            Answer the question
          </SubmitButton>
        </div>
      )}
    </form>
  );
}
