"use client";

import { useRef, useState } from "react";
import { useFormAction } from "#components/auth/form-action";
import { RefusalText } from "#components/auth/refusal-text";
import { countOf } from "#components/review/words";
import { SavedText } from "#components/settings/saved-text";
import { ConfirmDialog } from "#components/ui/confirm-dialog";
import { Select } from "#components/ui/select";
import { SubmitButton } from "#components/ui/submit-button";
import type { RecordsFate } from "#drizzle/schema/retention";
import type { FormAction } from "#lib/web/door";
import type { Refusal } from "#lib/web/refusal";

type RetentionFormProps = {
  action: FormAction;
  workflow: { key: string; label: string };
  /** Null for ever. */
  days: number | null;
  records: RecordsFate;
};

const PERIODS = [30, 90, 180, 365, 730, 2190, 2555];

/** How long the sources of one workflow are kept. Asks first where some would go at once. */
export function RetentionForm({ action, workflow, days, records }: RetentionFormProps) {
  const { outcome, refusal, pending, send, form } = useFormAction(action);
  const [kept, setKept] = useState(days === null ? "" : String(days));
  const [fate, setFate] = useState(records);
  const [answered, setAnswered] = useState<Refusal | null>(null);
  const sent = useRef<HTMLFormElement>(null);
  const going = refusal === answered ? 0 : goingOf(refusal);
  const name = workflow.label.toLowerCase();

  function agree() {
    setAnswered(refusal);
    if (!sent.current) return;
    const data = new FormData(sent.current);
    data.set("going", String(going));
    send(data);
  }

  return (
    <form ref={sent} {...form} className="flex max-w-112 flex-col gap-3 pt-3">
      <input type="hidden" name="workflow" value={workflow.key} />
      <Select
        label={`Sources of ${name}`}
        name="days"
        value={kept}
        onChange={(event) => setKept(event.target.value)}
        options={[
          { value: "", label: "Kept until somebody deletes them" },
          ...periodsWith(days).map((period) => ({
            value: String(period),
            label: `Deleted after ${inWords(period)}`,
          })),
        ]}
        error={refusal?.fields?.days}
      />
      <Select
        label="Records made from them"
        name="records"
        value={fate}
        onChange={(event) => setFate(event.target.value as RecordsFate)}
        options={[
          { value: "keep", label: "Stay, without their sentences" },
          { value: "drop", label: "Go as well" },
        ]}
      />
      <RefusalText refusal={going > 0 ? null : refusal} />
      <div className="flex items-center gap-3">
        <SubmitButton pending={pending}>{`Save for ${name}`}</SubmitButton>
        <SavedText outcome={pending ? null : outcome} />
      </div>
      {going > 0 && (
        <ConfirmDialog
          open
          onOpenChange={() => setAnswered(refusal)}
          title={`Delete ${countOf(going, "source")} now?`}
          confirm={`Save and delete ${countOf(going, "source")}`}
          onConfirm={agree}
        >
          {countOf(going, "source")} of {name} came in more than {inWords(Number(kept))} ago. Saving deletes
          what is older, with its drafts, its history and its evidence; records made from it{" "}
          {fate === "keep" ? "stay, without their sentences" : "go as well"}. This can’t be undone.
        </ConfirmDialog>
      )}
    </form>
  );
}

/** How many sources the server says would go at once. */
function goingOf(refusal: Refusal | null): number {
  const detail = refusal?.detail;
  return typeof detail === "object" && detail !== null && "going" in detail ? Number(detail.going) : 0;
}

/** The periods to choose from, with the one that holds. */
function periodsWith(days: number | null): number[] {
  return days === null || PERIODS.includes(days) ? PERIODS : [...PERIODS, days].sort((a, b) => a - b);
}

function inWords(days: number): string {
  if (days % 365 === 0) return days === 365 ? "one year" : `${days / 365} years`;
  return `${days} days`;
}
