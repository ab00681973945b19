"use client";

import { SettingsForm } from "#components/settings/settings-form";
import { TextInput } from "#components/ui/text-input";
import type { FormAction } from "#lib/web/door";

/** A team's name. */
export function NameForm({ action, teamId, name }: { action: FormAction; teamId: string; name: string }) {
  return (
    <SettingsForm action={action} save="Rename the team" main={false}>
      {(errors) => (
        <>
          <input type="hidden" name="teamId" value={teamId} />
          <TextInput
            label="Name"
            name="name"
            defaultValue={name}
            required
            maxLength={80}
            error={errors.name}
          />
        </>
      )}
    </SettingsForm>
  );
}
