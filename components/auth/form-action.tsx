"use client";

import { type FormEvent, startTransition, useActionState } from "react";
import type { FormAction, Outcome } from "#lib/web/door";
import type { Refusal } from "#lib/web/refusal";

type FormDoor = {
  outcome: Outcome<unknown> | null;
  refusal: Refusal | null;
  pending: boolean;
  /** For the form. It keeps what was filled in, where React would empty it after each answer. */
  form: { action: (data: FormData) => void; onSubmit: (event: FormEvent<HTMLFormElement>) => void };
};

/** Sends a form to its server action, and holds the answer. */
export function useFormAction(action: FormAction): FormDoor {
  const [outcome, send, pending] = useActionState<Outcome<unknown> | null, FormData>(action, null);
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    startTransition(() => send(data));
  };
  return {
    outcome,
    refusal: outcome && !outcome.ok ? outcome : null,
    pending,
    form: { action: send, onSubmit },
  };
}
