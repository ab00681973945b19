"use client";

import { useState } from "react";
import { FormDialog } from "#components/settings/form-dialog";
import { Button } from "#components/ui/button";
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
      {open && (
        <FormDialog
          id="suppress"
          title="Send nothing to"
          action={action}
          submit="Send nothing any more"
          submitting="Adding"
          onClose={() => setOpen(false)}
        >
          {(errors) => (
            <>
              <TextInput
                label="Address or domain"
                name="value"
                required
                maxLength={254}
                autoComplete="off"
                help="kim@example.com, or example.com for all its addresses."
                error={errors.value}
              />
              <TextInput
                label="Why, if you want"
                name="note"
                maxLength={500}
                autoComplete="off"
                error={errors.note}
              />
            </>
          )}
        </FormDialog>
      )}
    </>
  );
}
