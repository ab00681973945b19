"use client";

import { useEffect, useRef } from "react";
import { useFormAction } from "#components/auth/form-action";
import { RefusalText } from "#components/auth/refusal-text";
import { SubmitButton } from "#components/ui/submit-button";
import type { FormAction } from "#lib/web/door";

/** Uses a sign-in link as soon as the page is here: opening it alone must not, because mail scanners open links. */
export function LinkForm({ action, token }: { action: FormAction; token: string }) {
  const { refusal, pending, form } = useFormAction(action);
  const element = useRef<HTMLFormElement>(null);
  const sent = useRef(false);
  useEffect(() => {
    if (sent.current) return;
    sent.current = true;
    element.current?.requestSubmit();
  }, []);
  return (
    <form {...form} ref={element} className="flex flex-col gap-3">
      <input type="hidden" name="token" value={token} />
      <RefusalText refusal={refusal} />
      {!refusal && (
        <SubmitButton size="lg" wide pending={pending} pendingLabel="Signing in">
          Sign in
        </SubmitButton>
      )}
    </form>
  );
}
