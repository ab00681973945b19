"use client";

import { useState } from "react";
import { reach } from "#components/shell/reach";
import { Dialog } from "#components/ui/dialog";
import { FormError } from "#components/ui/form-error";
import { FormFoot } from "#components/ui/form-foot";
import { Select } from "#components/ui/select";
import { TextArea } from "#components/ui/text-area";
import type { DeskPerson } from "#lib/drafts/view";
import type { Outcome } from "#lib/web/door";

export type HandOverDialogProps = {
  open: boolean;
  title: string;
  people: DeskPerson[];
  onClose: () => void;
  /** Asks the server; what it refuses is said in the dialog. */
  handOver: (toId: string, note: string) => Promise<Outcome<{ to: string }>>;
  onHandedOver: (to: string) => void;
};

const MOST = 500;
const FORM = "hand-over";

/** Asks whom to give the draft to, and what to tell them. */
export function HandOverDialog({ open, onClose, title, ...form }: HandOverDialogProps) {
  const [pending, setPending] = useState(false);
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => !next && onClose()}
      title={`Hand over “${title}”`}
      foot={
        <FormFoot form={FORM} pending={pending} onCancel={onClose}>
          Hand over
        </FormFoot>
      }
    >
      {open && <HandOverForm {...form} onPending={setPending} />}
    </Dialog>
  );
}

type FormProps = Pick<HandOverDialogProps, "people" | "handOver" | "onHandedOver"> & {
  onPending: (pending: boolean) => void;
};

function HandOverForm({ people, handOver, onHandedOver, onPending }: FormProps) {
  const [toId, setToId] = useState("");
  const [note, setNote] = useState("");
  const [error, setError] = useState<string | null>(null);

  async function submit() {
    if (!toId) return setError("Choose who is to decide.");
    onPending(true);
    const answer = await reach(() => handOver(toId, note.trim()));
    onPending(false);
    if (answer.ok) onHandedOver(answer.value.to);
    else setError(answer.message);
  }

  return (
    <form
      id={FORM}
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Select
        label="To"
        value={toId}
        options={[
          { value: "", label: "Choose somebody" },
          ...people.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={(event) => {
          setToId(event.currentTarget.value);
          setError(null);
        }}
      />
      <TextArea
        label="Note, if any"
        maxLength={MOST}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <FormError>{error}</FormError>
      <p className="text-xs text-muted">
        They are told, and find it under “Handed to me”. Only who may decide on this draft can be chosen.
      </p>
    </form>
  );
}
