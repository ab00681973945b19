"use client";

import { useId, useState } from "react";
import { reach } from "#components/shell/reach";
import { DateField } from "#components/ui/date-field";
import { Dialog } from "#components/ui/dialog";
import { FormError } from "#components/ui/form-error";
import { FormFoot } from "#components/ui/form-foot";
import { Select } from "#components/ui/select";
import { TextArea } from "#components/ui/text-area";
import type { RecordConsent } from "#lib/consent/schema";
import type { Outcome } from "#lib/web/door";

export type ConsentDialogProps = {
  open: boolean;
  name: string;
  email: string;
  /** YYYY-MM-DD. */
  today: string;
  record: (input: RecordConsent) => Promise<Outcome<unknown>>;
  onClose: () => void;
  onRecorded: () => void;
};

const BASES = [
  { value: "", label: "Choose what allows it" },
  { value: "express", label: "They agreed to get mail" },
  { value: "purchase", label: "They bought, or have a contract: two years" },
  { value: "inquiry", label: "They asked us something: six months" },
  { value: "published", label: "They publish the address for their work" },
];

/** Records why somebody may be written to, with what proves it. Nothing is chosen beforehand: a person says it. */
export function ConsentDialog({ open, name, email, today, record, onClose, onRecorded }: ConsentDialogProps) {
  const [basis, setBasis] = useState("");
  const [obtainedOn, setObtainedOn] = useState(today);
  const [evidence, setEvidence] = useState("");
  const [error, setError] = useState<string | null>(null);
  const [pending, setPending] = useState(false);
  const formId = useId();

  async function submit() {
    if (!basis) return setError("Choose what allows writing to them.");
    if (evidence.trim().length < 3)
      return setError("Say what proves it: where it was said, which contract, which page.");
    setPending(true);
    const input = { email, basis, obtainedOn, evidence } as RecordConsent;
    const answer = await reach(() => record(input), "The connection broke. Nothing was recorded.");
    setPending(false);
    if (answer.ok) onRecorded();
    else setError(answer.message);
  }

  return (
    <Dialog
      open={open}
      onOpenChange={(next) => !next && onClose()}
      title={`Record consent of ${name}`}
      foot={
        <FormFoot form={formId} pending={pending} onCancel={onClose}>
          Record consent
        </FormFoot>
      }
    >
      <form
        id={formId}
        className="flex flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <p className="text-muted">For {email}. Whoever sends has to be able to prove it.</p>
        <Select
          label="What allows it"
          options={BASES}
          value={basis}
          onChange={(event) => setBasis(event.currentTarget.value)}
        />
        <DateField
          label="Since"
          max={today}
          value={obtainedOn}
          onChange={(event) => setObtainedOn(event.currentTarget.value)}
        />
        <TextArea
          label="What proves it"
          help="Where it was said, which contract, which page."
          maxLength={2000}
          value={evidence}
          onChange={(event) => setEvidence(event.currentTarget.value)}
        />
        {error && <FormError>{error}</FormError>}
      </form>
    </Dialog>
  );
}
