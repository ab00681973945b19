"use client";

import { type Ref, useEffect, useRef } from "react";
import { useFormAction } from "#components/auth/form-action";
import { RefusalText } from "#components/auth/refusal-text";
import { SubmitButton } from "#components/ui/submit-button";
import { TextInput } from "#components/ui/text-input";
import { TextLink } from "#components/ui/text-link";
import type { FormAction } from "#lib/web/door";

/** The second step of a sign-in: a code of the authenticator, or a recovery code in the same field. */
export function CodeForm({ action, next, email }: { action: FormAction; next: string; email: string }) {
  const { refusal, pending, form } = useFormAction(action);
  const code = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (refusal) code.current?.select();
    else code.current?.focus();
  }, [refusal]);
  return (
    <form {...form} className="flex flex-col gap-3">
      <h2 className="text-lg tracking-tight">Second step</h2>
      <p className="truncate text-muted">{email}</p>
      <input type="hidden" name="next" value={next} />
      <CodeInput ref={code} size="lg" error={refusal?.fields?.code} />
      <RefusalText refusal={refusal} />
      <SubmitButton size="lg" wide pending={pending} pendingLabel="Signing in">
        Sign in
      </SubmitButton>
      <p className="text-xs text-muted">
        <TextLink href="/sign-in">Begin again with the password</TextLink>
      </p>
    </form>
  );
}

type CodeInputProps = {
  ref?: Ref<HTMLInputElement>;
  size?: "md" | "lg";
  error?: string;
  /** Whether only the authenticator will do, because there are no recovery codes yet. */
  first?: boolean;
};

/** Where a code is typed. Text and not a number: it may begin with a zero, and a recovery code has letters. */
export function CodeInput({ ref, size, error, first }: CodeInputProps) {
  return (
    <TextInput
      ref={ref}
      size={size}
      label="Code"
      name="code"
      autoComplete="one-time-code"
      autoCapitalize="none"
      spellCheck={false}
      inputMode={first ? "numeric" : "text"}
      required
      maxLength={40}
      help={
        first
          ? "The six digits your authenticator shows."
          : "Six digits of your authenticator, or a recovery code."
      }
      error={error}
    />
  );
}
