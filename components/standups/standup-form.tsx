"use client";

import { useState } from "react";
import { SettingsForm } from "#components/settings/settings-form";
import { TimeZoneField } from "#components/settings/time-zone-field";
import { errorOf, WeekDays } from "#components/settings/week-days";
import { Check } from "#components/ui/check";
import { type Option, Select } from "#components/ui/select";
import { TextInput } from "#components/ui/text-input";
import type { StandupSettings } from "#lib/digests/settings-queries";
import { clockOf } from "#lib/format/clock-field";
import type { FormAction } from "#lib/web/door";

type StandupFormProps = {
  action: FormAction;
  held: StandupSettings["held"];
  /** The Slack channels that are linked to the team. */
  channels: { id: string; name: string }[];
};

const READERS: Option[] = [
  { value: "open", label: "Everybody in the company" },
  { value: "team", label: "The team and its lead" },
];

/** How a team holds its stand-up: when, who reads it, and where its digest goes. */
export function StandupForm({ action, held, channels }: StandupFormProps) {
  const [timeZone, setTimeZone] = useState(held.timeZone);
  return (
    <SettingsForm action={action} save={held.version === 0 ? "Begin the stand-up" : "Save the stand-up"}>
      {(errors) => (
        <>
          <input type="hidden" name="teamId" value={held.teamId} />
          <input type="hidden" name="version" value={held.version} />
          {held.version > 0 && (
            <Check label="The stand-up is held" name="active" defaultChecked={held.active} />
          )}
          {held.version === 0 && <input type="hidden" name="active" value="on" />}
          <WeekDays
            legend="Days of the stand-up"
            name="days"
            days={held.days}
            error={errorOf(errors, "days")}
          />
          <TimeZoneField value={timeZone} onChange={setTimeZone} error={errors.timeZone} />
          <div className="grid gap-3 sm:grid-cols-2">
            <TextInput
              label="Remind at"
              name="remindAt"
              type="time"
              defaultValue={held.remindAt === null ? "" : clockOf(held.remindAt)}
              help="Leave it empty to remind nobody."
              error={errors.remindAt}
            />
            <TextInput
              label="Write the digest at"
              name="digestAt"
              type="time"
              required
              defaultValue={clockOf(held.digestAt)}
              error={errors.digestAt}
            />
          </div>
          <Select label="Who reads it" name="visibility" options={READERS} defaultValue={held.visibility} />
          <Select
            label="Post the approved digest to"
            name="slackChannelId"
            options={[
              {
                value: "",
                label: channels.length > 0 ? "No Slack channel" : "No Slack channel is linked to this team",
              },
              ...channels.map(({ id, name }) => ({ value: id, label: `#${name}` })),
            ]}
            defaultValue={held.slackChannelId ?? ""}
          />
          <Check
            label="Mail the approved digest to the team"
            name="mailTeam"
            defaultChecked={held.mailTeam}
          />
        </>
      )}
    </SettingsForm>
  );
}
