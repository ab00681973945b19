"use client";

import { useState } from "react";
import { SettingsForm } from "#components/settings/settings-form";
import { Check } from "#components/ui/check";
import { Select } from "#components/ui/select";
import { TextInput } from "#components/ui/text-input";
import type { FormAction } from "#lib/web/door";

type SlackChannelFormProps = {
  action: FormAction;
  teams: { id: string; name: string }[];
  /** Whether a workspace is connected; else only webhooks can be linked. */
  connected: boolean;
};

const WAYS = [
  { value: "app", label: "The app: takes updates and posts" },
  { value: "webhook", label: "An incoming webhook: only posts" },
];

/** Links a channel to a team. */
export function SlackChannelForm({ action, teams, connected }: SlackChannelFormProps) {
  const [way, setWay] = useState("app");
  // Without the app there is no choice, and with it the one that was made before it was connected doesn’t stay.
  const by = connected ? way : "webhook";
  const options = teams.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <SettingsForm action={action} save="Link the channel" saved="Linked" main={false}>
      {(errors) => (
        <>
          <Select label="Team" name="teamId" options={options} error={errors.teamId} />
          {connected ? (
            <Select
              label="By"
              name="by"
              options={WAYS}
              value={by}
              onChange={(event) => setWay(event.currentTarget.value)}
            />
          ) : (
            <input type="hidden" name="by" value="webhook" />
          )}
          {by === "app" ? <ByApp errors={errors} /> : <ByWebhook errors={errors} />}
        </>
      )}
    </SettingsForm>
  );
}

function ByApp({ errors }: { errors: Record<string, string> }) {
  return (
    <>
      <TextInput
        label="Channel"
        name="channel"
        required
        autoComplete="off"
        placeholder="https://….slack.com/archives/C012AB3CD"
        help="In Slack, right-click the channel and copy its link."
        error={errors.channel}
      />
      <Check name="takesUpdates" label="What the team writes there are its updates" defaultChecked />
    </>
  );
}

function ByWebhook({ errors }: { errors: Record<string, string> }) {
  return (
    <>
      <TextInput
        label="Name of the channel"
        name="name"
        required
        maxLength={80}
        autoComplete="off"
        error={errors.name}
      />
      <TextInput
        label="Webhook"
        name="webhook"
        type="password"
        required
        autoComplete="off"
        help="It begins with https://hooks.slack.com/. Encrypted, and never shown again."
        error={errors.webhook}
      />
    </>
  );
}
