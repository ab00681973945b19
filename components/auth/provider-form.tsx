"use client";

import { useFormAction } from "#components/auth/form-action";
import { RefusalText } from "#components/auth/refusal-text";
import { SubmitButton } from "#components/ui/submit-button";
import type { FormAction } from "#lib/web/door";

type ProviderFormProps = {
  action: FormAction;
  name: string;
  next: string;
  /** Whether it is the only way in. */
  alone: boolean;
};

/** Leads to the company's sign-in provider, and back. */
export function ProviderForm({ action, name, next, alone }: ProviderFormProps) {
  const { refusal, pending, form } = useFormAction(action);
  return (
    <form {...form} className="flex flex-col gap-3">
      <input type="hidden" name="next" value={next} />
      <RefusalText refusal={refusal} />
      <SubmitButton
        size="lg"
        wide
        tone={alone ? "primary" : "default"}
        pending={pending}
        pendingLabel={`Going to ${name}`}
      >
        {`Sign in with ${name}`}
      </SubmitButton>
    </form>
  );
}
