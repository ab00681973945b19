"use client";

import { type FormEvent, useActionState, useState, useTransition } from "react";
import { reach } from "#components/shell/reach";
import type { FormAction, Outcome } from "#lib/web/door";
import type { Refusal } from "#lib/web/refusal";

type FormDoor = {
  outcome: Outcome<unknown> | null;
  refusal: Refusal | null;
  pending: boolean;
  /** Sends the form, also with something that is not in it. */
  send: (data: FormData) => void;
  /** For the form. It keeps what was filled in, where React would empty it after each answer. */
  form: { action: (data: FormData) => void; onSubmit: (event: FormEvent<HTMLFormElement>) => void };
};

/** Sends a form to its server action, and holds the answer. */
export function useFormAction(action: FormAction): FormDoor {
  // For who sends it before the page is live.
  const [posted, post] = useActionState<Outcome<unknown> | null, FormData>(action, null);
  const [answered, setAnswered] = useState<Outcome<unknown> | null>(null);
  const [pending, start] = useTransition();
  const outcome = answered ?? posted;
  const send = (data: FormData) =>
    start(async () => {
      const answer = await reach(() => action(outcome, data));
      if (!("leaving" in answer)) setAnswered(answer);
    });
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    send(new FormData(event.currentTarget));
  };
  return {
    outcome,
    refusal: outcome && !outcome.ok ? outcome : null,
    pending,
    send,
    form: { action: post, onSubmit },
  };
}
