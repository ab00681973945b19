"use client";

import { useId, useState } from "react";
import { useFormAction } from "#components/auth/form-action";
import { RefusalText } from "#components/auth/refusal-text";
import { Button } from "#components/ui/button";
import { SubmitButton } from "#components/ui/submit-button";
import { TextInput } from "#components/ui/text-input";
import type { FormAction } from "#lib/web/door";

type RenameFormProps = { series: { id: string; name: string; version: number }; rename: FormAction };

/** Gives the series another name, in place. */
export function RenameForm({ series, rename }: RenameFormProps) {
  const [open, setOpen] = useState(false);
  const { refusal, outcome, pending, form } = useFormAction(rename);
  const [closedBy, setClosedBy] = useState(outcome);
  const id = useId();
  if (outcome?.ok && outcome !== closedBy) {
    setClosedBy(outcome);
    setOpen(false);
  }
  return (
    <div className="flex flex-col items-start gap-2">
      <Button size="sm" icon="edit" aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
        Rename
      </Button>
      {open && (
        <form
          {...form}
          id={id}
          aria-label="Rename the series"
          className="flex w-full max-w-96 flex-col gap-2"
        >
          <input type="hidden" name="seriesId" value={series.id} />
          <input type="hidden" name="version" value={series.version} />
          <TextInput
            label="Name"
            name="name"
            defaultValue={series.name}
            maxLength={120}
            error={refusal?.fields?.name}
          />
          <RefusalText refusal={refusal} />
          <div>
            <SubmitButton size="sm" pending={pending} pendingLabel="Renaming">
              Rename the series
            </SubmitButton>
          </div>
        </form>
      )}
    </div>
  );
}
