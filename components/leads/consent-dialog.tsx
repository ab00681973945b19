"use client";

import { useState, useTransition } from "react";
import { BASIS_NAMES } from "#components/leads/consent-words";
import type { LeadVerbs } from "#components/leads/lead-verbs";
import { announce } from "#components/shell/live-region";
import { reach } from "#components/shell/reach";
import { DateField } from "#components/ui/date-field";
import { Dialog } from "#components/ui/dialog";
import { FormError } from "#components/ui/form-error";
import { FormFoot } from "#components/ui/form-foot";
import { Select } from "#components/ui/select";
import { TextArea } from "#components/ui/text-area";
import type { ConsentBasis } from "#drizzle/schema/consents";
import type { Refusal } from "#lib/web/refusal";

export type ConsentDialogProps = {
  email: string;
  today: string;
  record: LeadVerbs["recordConsent"];
  onClose: () => void;
};

const FORM = "record-consent";

/** Asks why somebody may be written to, since when, and what proves it. */
export function ConsentDialog({ email, today, record, onClose }: ConsentDialogProps) {
  const [basis, setBasis] = useState<ConsentBasis | "">("");
  const [obtainedOn, setObtainedOn] = useState(today);
  const [evidence, setEvidence] = useState("");
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [pending, start] = useTransition();

  function send() {
    start(async () => {
      const outcome = await reach(() =>
        record({ email, basis: basis as ConsentBasis, obtainedOn, evidence }),
      );
      if (!outcome.ok) return setRefusal(outcome);
      announce("Consent recorded");
      onClose();
    });
  }

  const fields = refusal?.fields ?? {};
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title="Record consent"
      foot={
        <FormFoot form={FORM} pending={pending} onCancel={onClose}>
          Record consent
        </FormFoot>
      }
    >
      <form
        id={FORM}
        className="flex flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <p className="text-pretty text-muted wrap-anywhere">
          For {email}. Whoever sends has to prove consent, so what is written here is kept.
        </p>
        <Select
          label="Why they may be written to"
          value={basis}
          required
          error={fields.basis}
          options={[
            { value: "", label: "Choose" },
            ...Object.entries(BASIS_NAMES).map(([value, { choice }]) => ({ value, label: choice })),
          ]}
          onChange={(event) => setBasis(event.currentTarget.value as ConsentBasis)}
        />
        <DateField
          label="On which day"
          value={obtainedOn}
          max={today}
          required
          error={fields.obtainedOn}
          onChange={(event) => setObtainedOn(event.currentTarget.value)}
        />
        <TextArea
          label="What proves it"
          value={evidence}
          required
          maxLength={2_000}
          error={fields.evidence}
          help="Where it was said, which contract, which page."
          onChange={(event) => setEvidence(event.currentTarget.value)}
        />
        <FormError>{refusal && !refusal.fields && refusal.message}</FormError>
      </form>
    </Dialog>
  );
}
