"use client";

import { SettingsForm } from "#components/settings/settings-form";
import { TextInput } from "#components/ui/text-input";
import type { FormAction } from "#lib/web/door";

/** What an app of Slack's is connected with. It is tried before it is kept. */
export function SlackForm({ action, again }: { action: FormAction; again: boolean }) {
  return (
    <SettingsForm
      action={action}
      save={again ? "Replace the token and secret" : "Connect Slack"}
      saved="Connected"
      main={!again}
    >
      {(errors) => (
        <>
          <TextInput
            label="Bot token"
            name="botToken"
            type="password"
            autoComplete="off"
            required
            error={errors.botToken}
          />
          <TextInput
            label="Signing secret"
            name="signingSecret"
            type="password"
            autoComplete="off"
            required
            help="Both are encrypted, and never shown again."
            error={errors.signingSecret}
          />
        </>
      )}
    </SettingsForm>
  );
}
