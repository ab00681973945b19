"use client";

import { useFormAction } from "#components/auth/form-action";
import { RefusalText } from "#components/auth/refusal-text";
import { SubmitButton } from "#components/ui/submit-button";
import type { FormAction } from "#lib/web/door";

type EnrolledFormProps = {
  action: FormAction;
  next: string;
  /** Whether the codes stand above; else the page was loaded again and they are gone. */
  codesShown?: boolean;
};

/** Ends a sign-in in which a second factor was set up. */
export function EnrolledForm({ action, next, codesShown }: EnrolledFormProps) {
  const { refusal, pending, form } = useFormAction(action);
  return (
    <form {...form} className="flex flex-col gap-3">
      <input type="hidden" name="next" value={next} />
      {!codesShown && (
        <p className="text-muted text-pretty">
          Your second factor is set up. If you didn’t keep the recovery codes, make new ones under Settings,
          Profile.
        </p>
      )}
      <RefusalText refusal={refusal} />
      <SubmitButton size="lg" wide pending={pending} pendingLabel="Signing in">
        {codesShown ? "I kept them: sign in" : "Sign in"}
      </SubmitButton>
    </form>
  );
}
