"use client";

import { useState } from "react";
import { SettingsForm } from "#components/settings/settings-form";
import { TimeZoneField } from "#components/settings/time-zone-field";
import { TextInput } from "#components/ui/text-input";
import type { FormAction } from "#lib/web/door";
import type { Company } from "#lib/workspace/queries";

/** The company's name, and the time zone new people and sources begin with. */
export function CompanyForm({ action, company }: { action: FormAction; company: Company }) {
  const [timeZone, setTimeZone] = useState(company.timeZone);
  return (
    <SettingsForm action={action} save="Save the company">
      {(errors) => (
        <>
          <TextInput
            label="Name"
            name="name"
            defaultValue={company.name}
            required
            maxLength={120}
            error={errors.name}
          />
          <TimeZoneField value={timeZone} onChange={setTimeZone} error={errors.timeZone} />
        </>
      )}
    </SettingsForm>
  );
}
