"use client";

import { useEffect, useState } from "react";
import { useFormAction } from "#components/auth/form-action";
import { RefusalText } from "#components/auth/refusal-text";
import { Button } from "#components/ui/button";
import { Dialog } from "#components/ui/dialog";
import { SubmitButton } from "#components/ui/submit-button";
import { TextInput } from "#components/ui/text-input";
import type { FormAction } from "#lib/web/door";

/** Puts an address or a domain on the list that nothing is sent to. */
export function SuppressDialog({ action }: { action: FormAction }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button tone="primary" icon="plus" onClick={() => setOpen(true)}>
        Add an address or domain
      </Button>
      {open && <OpenDialog action={action} onClose={() => setOpen(false)} />}
    </>
  );
}

function OpenDialog({ action, onClose }: { action: FormAction; onClose: () => void }) {
  const { outcome, refusal, pending, form } = useFormAction(action);
  const done = outcome?.ok;
  useEffect(() => {
    if (done) onClose();
  }, [done, onClose]);
  const foot = (
    <>
      <SubmitButton form="suppress" pending={pending} pendingLabel="Adding">
        Send nothing any more
      </SubmitButton>
      <Button tone="quiet" onClick={onClose}>
        Cancel
      </Button>
    </>
  );
  return (
    <Dialog open onOpenChange={onClose} title="Send nothing to" foot={foot}>
      <form {...form} id="suppress" className="flex flex-col gap-3">
        <TextInput
          label="Address or domain"
          name="value"
          required
          maxLength={254}
          autoComplete="off"
          help="kim@example.com, or example.com for all its addresses."
          error={refusal?.fields?.value}
        />
        <TextInput
          label="Why, if you want"
          name="note"
          maxLength={500}
          autoComplete="off"
          error={refusal?.fields?.note}
        />
        <RefusalText refusal={refusal} />
      </form>
    </Dialog>
  );
}
