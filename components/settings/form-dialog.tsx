"use client";

import { type ReactNode, useEffect } from "react";
import { useFormAction } from "#components/auth/form-action";
import { RefusalText } from "#components/auth/refusal-text";
import { Button } from "#components/ui/button";
import { Dialog } from "#components/ui/dialog";
import { SubmitButton } from "#components/ui/submit-button";
import type { FormAction } from "#lib/web/door";

type FormDialogProps = {
  /** The id of the form. */
  id: string;
  title: string;
  action: FormAction;
  /** The verb with its object, and what the button says while it is done. */
  submit: string;
  submitting: string;
  onClose: () => void;
  children: (errors: Record<string, string>) => ReactNode;
};

/** An open dialog with a form, which closes itself once what it asks for is done. */
export function FormDialog({ id, title, action, submit, submitting, onClose, children }: FormDialogProps) {
  const { outcome, refusal, pending, form } = useFormAction(action);
  const done = outcome?.ok;
  useEffect(() => {
    if (done) onClose();
  }, [done, onClose]);
  const foot = (
    <>
      <SubmitButton form={id} pending={pending} pendingLabel={submitting}>
        {submit}
      </SubmitButton>
      <Button tone="quiet" onClick={onClose}>
        Cancel
      </Button>
    </>
  );
  return (
    <Dialog open onOpenChange={onClose} title={title} foot={foot}>
      <form {...form} id={id} className="flex flex-col gap-3">
        {children(refusal?.fields ?? {})}
        <RefusalText refusal={refusal} />
      </form>
    </Dialog>
  );
}
