"use client";

import type { ReactNode } from "react";
import { useFormAction } from "#components/auth/form-action";
import { RefusalText } from "#components/auth/refusal-text";
import { SavedText } from "#components/settings/saved-text";
import { SubmitButton } from "#components/ui/submit-button";
import type { FormAction } from "#lib/web/door";

type SettingsFormProps = {
  action: FormAction;
  /** The verb with its object, as on the button. */
  save: string;
  saved?: string;
  /** Whether this is what one came to the page for. */
  main?: boolean;
  children: (errors: Record<string, string>) => ReactNode;
};

/** A form of the settings: fields one below the other, what went wrong, and one button. */
export function SettingsForm({ action, save, saved, main = true, children }: SettingsFormProps) {
  const { outcome, refusal, pending, form } = useFormAction(action);
  return (
    <form {...form} className="flex max-w-112 flex-col gap-3 pt-3">
      {children(refusal?.fields ?? {})}
      <RefusalText refusal={refusal} />
      <div className="flex items-center gap-3">
        <SubmitButton tone={main ? "primary" : "default"} pending={pending} pendingLabel="Saving">
          {save}
        </SubmitButton>
        <SavedText outcome={pending ? null : outcome}>{saved}</SavedText>
      </div>
    </form>
  );
}
