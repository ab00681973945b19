"use client";

import { useFormAction } from "#components/auth/form-action";
import { NewPassword } from "#components/auth/join-form";
import { RefusalText } from "#components/auth/refusal-text";
import { SubmitButton } from "#components/ui/submit-button";
import { TextInput } from "#components/ui/text-input";
import type { FormAction } from "#lib/web/door";

type ChoosePasswordFormProps = { action: FormAction; token: string; email: string };

/** A new password for whoever has the link. */
export function ChoosePasswordForm({ action, token, email }: ChoosePasswordFormProps) {
  const { refusal, pending, form } = useFormAction(action);
  return (
    <form {...form} className="flex flex-col gap-3">
      <input type="hidden" name="token" value={token} />
      <TextInput
        size="lg"
        label="E-mail"
        type="email"
        name="email"
        autoComplete="username"
        value={email}
        readOnly
        help="You sign in with this address."
      />
      <NewPassword size="lg" error={refusal?.fields?.password} />
      <RefusalText refusal={refusal} />
      <SubmitButton size="lg" wide pending={pending} pendingLabel="Saving">
        Choose this password
      </SubmitButton>
    </form>
  );
}
