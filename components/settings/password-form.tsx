"use client";

import { NewPassword } from "#components/auth/join-form";
import { SettingsForm } from "#components/settings/settings-form";
import { TextInput } from "#components/ui/text-input";
import type { FormAction } from "#lib/web/door";

/** One's own password. Changing it takes the current one. */
export function PasswordForm({ action, email }: { action: FormAction; email: string }) {
  return (
    <SettingsForm
      action={action}
      save="Change the password"
      saved="Changed. All your other sessions have ended."
      main={false}
    >
      {(errors) => (
        <>
          <input type="email" name="username" autoComplete="username" value={email} readOnly hidden />
          <TextInput
            label="Current password"
            name="current"
            type="password"
            autoComplete="current-password"
            required
            error={errors.current}
          />
          <NewPassword name="next" error={errors.next} />
        </>
      )}
    </SettingsForm>
  );
}
