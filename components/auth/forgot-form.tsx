"use client";

import { useFormAction } from "#components/auth/form-action";
import { RefusalText } from "#components/auth/refusal-text";
import { SubmitButton } from "#components/ui/submit-button";
import { TextInput } from "#components/ui/text-input";
import type { FormAction } from "#lib/web/door";

/** Asks for a link by mail. What it says afterwards is the same whoever asked. */
export function ForgotForm({ action }: { action: FormAction }) {
  const { outcome, refusal, pending, form } = useFormAction(action);
  if (outcome?.ok)
    return (
      <p role="status" className="text-pretty">
        If {(outcome.value as { email: string }).email} signs in here with a password, a link is on its way.
        It works once, for an hour. Look among the junk too.
      </p>
    );
  return (
    <form {...form} className="flex flex-col gap-3">
      <TextInput
        size="lg"
        label="E-mail"
        name="email"
        type="email"
        autoComplete="username"
        required
        help="A link to choose a new password is mailed to you."
        error={refusal?.fields?.email}
      />
      <RefusalText refusal={refusal} />
      <SubmitButton size="lg" wide pending={pending} pendingLabel="Asking">
        Mail me a link
      </SubmitButton>
    </form>
  );
}
