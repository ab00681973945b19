"use client";

import { useState } from "react";
import { PickerField } from "#components/settings/picker-field";
import { SettingsForm } from "#components/settings/settings-form";
import type { Choice } from "#components/ui/picker";
import type { FormAction } from "#lib/web/door";

type PersonFormProps = {
  action: FormAction;
  teamId: string;
  /** The field's name in the form, and its label. */
  name: string;
  label: string;
  save: string;
  people: Choice[];
  chosen?: string | null;
};

/** Chooses one person for a team: its lead, or a new member. */
export function PersonForm({ action, teamId, name, label, save, people, chosen = null }: PersonFormProps) {
  const [value, setValue] = useState(chosen);
  return (
    <SettingsForm action={action} save={save} main={false}>
      {(errors) => (
        <>
          <input type="hidden" name="teamId" value={teamId} />
          <PickerField
            label={label}
            name={name}
            choices={people}
            value={value}
            onChange={setValue}
            nothing="Choose a person"
            error={errors[name]}
          />
        </>
      )}
    </SettingsForm>
  );
}
