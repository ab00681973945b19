"use client";

import { useEffect, useState } from "react";
import { useFormAction } from "#components/auth/form-action";
import { RefusalText } from "#components/auth/refusal-text";
import { Button } from "#components/ui/button";
import { DateField } from "#components/ui/date-field";
import { Dialog } from "#components/ui/dialog";
import { SubmitButton } from "#components/ui/submit-button";
import { TextArea } from "#components/ui/text-area";
import type { FormAction } from "#lib/web/door";

type LiftDialogProps = {
  action: FormAction;
  suppression: { id: string; value: string; kind: "address" | "domain" };
  today: string;
};

/** Asks for the fresh consent without which nothing comes off the list. */
export function LiftDialog({ action, suppression, today }: LiftDialogProps) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button size="sm" aria-label={`Lift ${suppression.value}`} onClick={() => setOpen(true)}>
        Lift
      </Button>
      {open && (
        <OpenDialog action={action} suppression={suppression} today={today} onClose={() => setOpen(false)} />
      )}
    </>
  );
}

function OpenDialog({ action, suppression, today, onClose }: LiftDialogProps & { onClose: () => void }) {
  const { outcome, refusal, pending, form } = useFormAction(action);
  const done = outcome?.ok;
  useEffect(() => {
    if (done) onClose();
  }, [done, onClose]);
  const foot = (
    <>
      <SubmitButton form="lift" pending={pending} pendingLabel="Lifting">
        Record consent and lift
      </SubmitButton>
      <Button tone="quiet" onClick={onClose}>
        Cancel
      </Button>
    </>
  );
  return (
    <Dialog open onOpenChange={onClose} title={`Write to ${suppression.value} again`} foot={foot}>
      <form {...form} id="lift" className="flex flex-col gap-3">
        <input type="hidden" name="suppressionId" value={suppression.id} />
        <p className="text-pretty text-muted">
          Only express consent that was given since takes it off the list. What is written here is kept as its
          proof.
          {suppression.kind === "domain" && " Each address of the domain still needs consent of its own."}
        </p>
        <DateField
          label="Consent was given on"
          name="obtainedOn"
          defaultValue={today}
          max={today}
          required
          error={refusal?.fields?.obtainedOn}
        />
        <TextArea
          label="What proves it"
          name="evidence"
          required
          maxLength={2_000}
          help="Where it was said, or which form they filled in."
          error={refusal?.fields?.evidence}
        />
        <RefusalText refusal={refusal} />
      </form>
    </Dialog>
  );
}
