"use client";

import { SettingsForm } from "#components/settings/settings-form";
import { type Option, Select } from "#components/ui/select";
import type { FormAction } from "#lib/web/door";

/** What somebody may do, from their next request on. */
export function RoleForm(props: { action: FormAction; userId: string; role: string; roles: Option[] }) {
  return (
    <SettingsForm action={props.action} save="Give this role" main={false}>
      {(errors) => (
        <>
          <input type="hidden" name="userId" value={props.userId} />
          <Select
            label="Role"
            hideLabel
            name="role"
            options={props.roles}
            defaultValue={props.role}
            error={errors.role}
          />
        </>
      )}
    </SettingsForm>
  );
}
