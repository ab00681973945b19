"use client";

import { useId, useState } from "react";
import { useFormAction } from "#components/auth/form-action";
import { RefusalText } from "#components/auth/refusal-text";
import { Button } from "#components/ui/button";
import { SubmitButton } from "#components/ui/submit-button";
import { TextInput } from "#components/ui/text-input";
import type { FormAction } from "#lib/web/door";

type MoveFormProps = {
  meeting: { sourceId: string; title: string };
  /** The series it is in now. */
  from: string | null;
  names: string[];
  move: FormAction;
};

/** Puts a meeting into another series, a new one, or none, in place. */
export function MoveForm({ meeting, from, names, move }: MoveFormProps) {
  const [open, setOpen] = useState(false);
  const { refusal, pending, form } = useFormAction(move);
  const [id, list] = [useId(), useId()];
  return (
    <div className="flex flex-col items-start gap-2">
      <Button size="sm" tone="quiet" aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
        {from ? "Move" : "Put into a series"}
        <span className="sr-only">: {meeting.title}</span>
      </Button>
      {open && (
        <form
          {...form}
          id={id}
          aria-label={`Series of ${meeting.title}`}
          className="flex w-full max-w-96 flex-col gap-2"
        >
          <input type="hidden" name="sourceId" value={meeting.sourceId} />
          <input type="hidden" name="from" value={from ?? ""} />
          <TextInput
            label="Series"
            name="to"
            list={list}
            maxLength={120}
            autoComplete="off"
            help={
              from
                ? "Another series, or a new one. Empty takes it out of this one."
                : "One of yours, or a new one."
            }
            error={refusal?.fields?.to}
          />
          <datalist id={list}>
            {names.map((name) => (
              <option key={name} value={name} />
            ))}
          </datalist>
          <RefusalText refusal={refusal} />
          <div>
            <SubmitButton size="sm" pending={pending} pendingLabel="Moving">
              Move the meeting
            </SubmitButton>
          </div>
        </form>
      )}
    </div>
  );
}
