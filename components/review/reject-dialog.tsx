"use client";

import { type KeyboardEvent, useId, useRef, useState } from "react";
import { Cap } from "#components/ui/cap";
import { Dialog } from "#components/ui/dialog";
import { FormFoot } from "#components/ui/form-foot";
import { TextArea } from "#components/ui/text-area";
import type { OfferedReason } from "#lib/drafts/view";

/** A reason of the company's list, own words, or both. */
export type Why = { reasonId: string | null; reason: string };

export type RejectDialogProps = {
  open: boolean;
  title: string;
  /** Those that are offered, in their order. */
  reasons: OfferedReason[];
  onClose: () => void;
  onReject: (why: Why) => void;
};

const OWN = { id: null, label: "Something else, in your own words" };

/** Asks why, so that the next draft is better. A reason is picked with its number. */
export function RejectDialog({ open, title, reasons, onClose, onReject }: RejectDialogProps) {
  const choices = [...reasons, OWN];
  const [picked, setPicked] = useState<string | null>(choices[0]?.id ?? null);
  const [words, setWords] = useState("");
  const [error, setError] = useState<string | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const formId = useId();

  function submit() {
    const reason = words.trim();
    if (picked === null && !reason) {
      setError("Say why, so that the next draft is better.");
      form.current?.querySelector("textarea")?.focus();
      return;
    }
    onReject({ reasonId: picked, reason });
  }

  /** A digit in the words is a digit. */
  function pickByNumber(event: KeyboardEvent) {
    if (event.target instanceof HTMLTextAreaElement || event.ctrlKey || event.metaKey || event.altKey) return;
    const at = Number(event.key) - 1;
    const choice = choices[at];
    if (!choice) return;
    event.preventDefault();
    setPicked(choice.id);
    form.current?.querySelectorAll<HTMLInputElement>("input[type=radio]")[at]?.focus();
  }

  return (
    <Dialog
      open={open}
      onOpenChange={(next) => !next && onClose()}
      title={`Reject “${title}”`}
      foot={
        <FormFoot form={formId} onCancel={onClose}>
          Reject the draft
        </FormFoot>
      }
    >
      <form
        ref={form}
        id={formId}
        className="flex flex-col gap-3"
        onKeyDown={pickByNumber}
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <fieldset className="flex flex-col">
          <legend className="mb-1 text-xs font-medium">Why</legend>
          {choices.map(({ id, label }, at) => (
            <label key={id} className="flex min-h-7 items-center gap-2 pointer-coarse:min-h-(--size-touch)">
              <input
                type="radio"
                name="reason"
                value={id ?? ""}
                checked={picked === id}
                onChange={() => setPicked(id)}
                className="size-4 flex-none accent-accent"
              />
              <span className="min-w-0 flex-1 wrap-break-word">{label}</span>
              <span aria-hidden className="pointer-coarse:hidden">
                <Cap>{String(at + 1)}</Cap>
              </span>
            </label>
          ))}
        </fieldset>
        <TextArea
          label={picked === null ? "The reason" : "What else, if anything"}
          maxLength={500}
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
