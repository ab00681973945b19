"use client";

import { useState } from "react";
import { SettingsForm } from "#components/settings/settings-form";
import { Select } from "#components/ui/select";
import type { RecordsFate } from "#drizzle/schema/retention";
import type { FormAction } from "#lib/web/door";

type RetentionFormProps = {
  action: FormAction;
  workflow: { key: string; label: string };
  /** Null for ever. */
  days: number | null;
  records: RecordsFate;
};

const PERIODS = [30, 90, 180, 365, 730, 2190, 2555];

/** How long the sources of one workflow are kept. */
export function RetentionForm({ action, workflow, days, records }: RetentionFormProps) {
  const [kept, setKept] = useState(days === null ? "" : String(days));
  const periods =
    days === null || PERIODS.includes(days) ? PERIODS : [...PERIODS, days].sort((a, b) => a - b);
  return (
    <SettingsForm action={action} save={`Save for ${workflow.label.toLowerCase()}`}>
      {(errors) => (
        <>
          <input type="hidden" name="workflow" value={workflow.key} />
          <Select
            label={`Sources of ${workflow.label.toLowerCase()}`}
            name="days"
            value={kept}
            onChange={(event) => setKept(event.target.value)}
            options={[
              { value: "", label: "Kept until somebody deletes them" },
              ...periods.map((period) => ({
                value: String(period),
                label: `Deleted after ${inWords(period)}`,
              })),
            ]}
            error={errors.days}
          />
          <Select
            label="Records made from them"
            name="records"
            defaultValue={records}
            options={[
              { value: "keep", label: "Stay, without their sentences" },
              { value: "drop", label: "Go as well" },
            ]}
          />
        </>
      )}
    </SettingsForm>
  );
}

function inWords(days: number): string {
  if (days % 365 === 0) return days === 365 ? "one year" : `${days / 365} years`;
  return `${days} days`;
}
