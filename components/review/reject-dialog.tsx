"use client";

import { useId, useRef, useState } from "react";
import { Button } from "#components/ui/button";
import { Dialog } from "#components/ui/dialog";
import { TextArea } from "#components/ui/text-area";
import { REJECT_REASONS } from "#lib/drafts/reasons";

type RejectDialogProps = {
  open: boolean;
  title: string;
  onClose: () => void;
  onReject: (reason: string) => void;
};

const OTHER = REJECT_REASONS.at(-1)!;
const MOST = 500;

/** Asks why, so that the next draft is better. */
export function RejectDialog({ open, title, onClose, onReject }: RejectDialogProps) {
  const [picked, setPicked] = useState<string>(REJECT_REASONS[0]);
  const [words, setWords] = useState("");
  const [error, setError] = useState<string | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const formId = useId();

  function submit() {
    const said = words.trim();
    if (picked === OTHER && !said) {
      setError("Say why, so that the next draft is better.");
      form.current?.querySelector("textarea")?.focus();
      return;
    }
    onReject(picked === OTHER ? said : [picked, said].filter(Boolean).join(". ").slice(0, MOST));
  }

  return (
    <Dialog
      open={open}
      onOpenChange={(next) => !next && onClose()}
      title={`Reject “${title}”`}
      foot={
        <>
          <Button tone="primary" type="submit" form={formId} kbd="mod+Enter">
            Reject the draft
          </Button>
          <Button tone="quiet" onClick={onClose}>
            Cancel
          </Button>
        </>
      }
    >
      <form
        ref={form}
        id={formId}
        className="flex flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <fieldset className="flex flex-col">
          <legend className="mb-1 text-xs font-medium">Why</legend>
          {REJECT_REASONS.map((reason) => (
            <label
              key={reason}
              className="flex min-h-7 items-center gap-2 pointer-coarse:min-h-(--size-touch)"
            >
              <input
                type="radio"
                name="reason"
                value={reason}
                checked={picked === reason}
                onChange={() => setPicked(reason)}
                className="size-4 flex-none accent-accent"
              />
              {reason}
            </label>
          ))}
        </fieldset>
        <TextArea
          label={picked === OTHER ? "The reason" : "What else, if anything"}
          maxLength={MOST - 40}
          value={words}
          error={error}
          onChange={(event) => {
            setWords(event.currentTarget.value);
            setError(null);
          }}
        />
        <p className="text-xs text-muted">
          Nothing is recorded. The source stays, and the reason is kept with the draft.
        </p>
      </form>
    </Dialog>
  );
}
