"use client";

import { useFormAction } from "#components/auth/form-action";
import { RefusalText } from "#components/auth/refusal-text";
import { SubmitButton } from "#components/ui/submit-button";
import { TextInput } from "#components/ui/text-input";
import type { FormAction } from "#lib/web/door";

type JoinFormProps = { action: FormAction; token: string; name: string; email: string };

/** What the invited fill in: their name as others see it, and a password. */
export function JoinForm({ action, token, name, email }: JoinFormProps) {
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
      <TextInput
        size="lg"
        label="Name"
        name="name"
        autoComplete="name"
        defaultValue={name}
        required
        maxLength={120}
        error={refusal?.fields?.name}
      />
      <NewPassword size="lg" error={refusal?.fields?.password} />
      <RefusalText refusal={refusal} />
      <SubmitButton size="lg" wide pending={pending} pendingLabel="Joining">
        Join
      </SubmitButton>
    </form>
  );
}

type NewPasswordProps = { error?: string; name?: string; size?: "md" | "lg" };

/** A password that is being chosen. */
export function NewPassword({ error, name = "password", size }: NewPasswordProps) {
  return (
    <TextInput
      size={size}
      label={name === "password" ? "Password" : "New password"}
      name={name}
      type="password"
      autoComplete="new-password"
      required
      minLength={12}
      maxLength={200}
      help="At least 12 characters. A short sentence is easy to remember."
      error={error}
    />
  );
}
