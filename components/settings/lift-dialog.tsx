"use client";

import { useState } from "react";
import { FormDialog } from "#components/settings/form-dialog";
import { Button } from "#components/ui/button";
import { DateField } from "#components/ui/date-field";
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
        <FormDialog
          id="lift"
          title={`Write to ${suppression.value} again`}
          action={action}
          submit="Record consent and lift"
          submitting="Lifting"
          onClose={() => setOpen(false)}
        >
          {(errors) => (
            <>
              <input type="hidden" name="suppressionId" value={suppression.id} />
              <p className="text-pretty text-muted">
                Only express consent that was given since takes it off the list. What is written here is kept
                as its proof.
                {suppression.kind === "domain" &&
                  " Each address of the domain still needs consent of its own."}
              </p>
              <DateField
                label="Consent was given on"
                name="obtainedOn"
                defaultValue={today}
                max={today}
                required
                error={errors.obtainedOn}
              />
              <TextArea
                label="What proves it"
                name="evidence"
                required
                maxLength={2_000}
                help="Where it was said, or which form they filled in."
                error={errors.evidence}
              />
            </>
          )}
        </FormDialog>
      )}
    </>
  );
}
