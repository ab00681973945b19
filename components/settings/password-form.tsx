"use client";

import { NewPassword } from "#components/auth/join-form";
import { CurrentPassword } from "#components/settings/current-password";
import { SettingsForm } from "#components/settings/settings-form";
import type { FormAction } from "#lib/web/door";

/** One's own password. Changing it takes the current one. */
export function PasswordForm({ action, email }: { action: FormAction; email: string }) {
  return (
    <SettingsForm
      action={action}
      save="Change the password"
      saved="Changed. You are signed out everywhere else."
      main={false}
    >
      {(errors) => (
        <>
          <input type="email" name="username" autoComplete="username" value={email} readOnly hidden />
          <CurrentPassword error={errors.current} />
          <NewPassword name="next" error={errors.next} />
        </>
      )}
    </SettingsForm>
  );
}
