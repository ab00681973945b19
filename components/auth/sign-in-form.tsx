"use client";

import { useEffect, useRef } from "react";
import { useFormAction } from "#components/auth/form-action";
import { RefusalText } from "#components/auth/refusal-text";
import { SubmitButton } from "#components/ui/submit-button";
import { TextInput } from "#components/ui/text-input";
import type { FormAction } from "#lib/web/door";

/** E-mail and password. A refusal stands at the password, which then has the focus, ready to be written over. */
export function SignInForm({ action, next }: { action: FormAction; next: string }) {
  const { refusal, pending, form } = useFormAction(action);
  const password = useRef<HTMLInputElement>(null);
  const atPassword = refusal?.code === "failed" ? null : refusal?.message;
  useEffect(() => {
    if (refusal) password.current?.select();
  }, [refusal]);
  return (
    <form {...form} className="flex flex-col gap-3">
      <input type="hidden" name="next" value={next} />
      <TextInput size="lg" label="E-mail" name="email" type="email" autoComplete="username" required />
      <TextInput
        size="lg"
        ref={password}
        label="Password"
        name="password"
        type="password"
        autoComplete="current-password"
        required
        error={atPassword}
      />
      <RefusalText refusal={refusal?.code === "failed" ? refusal : null} />
      <SubmitButton size="lg" wide pending={pending} pendingLabel="Signing in">
        Sign in
      </SubmitButton>
    </form>
  );
}
