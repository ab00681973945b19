"use client";

import { useState } from "react";
import { CodeInput } from "#components/auth/code-form";
import { EnrolledForm } from "#components/auth/enrolled-form";
import { useFormAction } from "#components/auth/form-action";
import { OfferedSecret } from "#components/auth/offered-secret";
import { RecoveryCodes } from "#components/auth/recovery-codes";
import { RefusalText } from "#components/auth/refusal-text";
import { SubmitButton } from "#components/ui/submit-button";
import type { Offer } from "#lib/second-factor/offer-second-factor";
import type { FormAction } from "#lib/web/door";

type EnrolFormProps = { enrol: FormAction; finish: FormAction; next: string; offer: Offer };

/** Sets up the second factor that the company asks for, before the sign-in goes on. */
export function EnrolForm({ enrol, finish, next, offer }: EnrolFormProps) {
  const { outcome, refusal, pending, form } = useFormAction(enrol);
  // The page may be drawn again with another secret; the one that was scanned counts.
  const [first] = useState(offer);
  if (outcome?.ok) {
    const { codes } = outcome.value as { codes: string[] };
    return (
      <>
        <h2 className="text-lg tracking-tight">Second factor set up</h2>
        <RecoveryCodes codes={codes} />
        <EnrolledForm action={finish} next={next} codesShown />
      </>
    );
  }
  return (
    <form {...form} className="flex flex-col gap-3">
      <h2 className="text-lg tracking-tight">Set up a second factor</h2>
      <p className="text-muted text-pretty">
        Your company asks everybody who signs in with a password for a code too.
      </p>
      <OfferedSecret offer={first} />
      <CodeInput size="lg" first error={refusal?.fields?.code} />
      <RefusalText refusal={refusal} />
      <SubmitButton size="lg" wide pending={pending} pendingLabel="Setting up">
        Set up the second factor
      </SubmitButton>
    </form>
  );
}
