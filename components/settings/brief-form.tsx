"use client";

import { SettingsForm } from "#components/settings/settings-form";
import { Check } from "#components/ui/check";
import { Select } from "#components/ui/select";
import { TextInput } from "#components/ui/text-input";
import type { BriefSettings } from "#lib/briefing/settings-queries";
import { clockOf } from "#lib/format/clock-field";
import type { FormAction } from "#lib/web/door";

type BriefFormProps = {
  action: FormAction;
  settings: BriefSettings;
  email: string | null;
  /** IANA name of the zone whose clock counts. */
  timeZone: string;
};

const DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"].map(
  (label, at) => ({ value: String(at + 1), label }),
);

/** Whether and when one has one's week told, and where to. */
export function BriefForm({ action, settings, email, timeZone }: BriefFormProps) {
  const { held, channels } = settings;
  return (
    <SettingsForm action={action} save="Save the weekly brief" main={false}>
      {(errors) => (
        <>
          <input type="hidden" name="version" value={held.version} />
          <Check label="Write me a brief every week" name="active" defaultChecked={held.active} />
          <div className="grid gap-3 sm:grid-cols-2">
            <Select label="Written on" name="weekday" options={DAYS} defaultValue={String(held.weekday)} />
            <TextInput
              label="At"
              name="writeAt"
              type="time"
              required
              defaultValue={clockOf(held.writeAt)}
              error={errors.writeAt}
            />
          </div>
          <Check
            label={`Mail it to me once I have approved it${email ? `, to ${email}` : ""}`}
            name="byMail"
            defaultChecked={held.byMail}
          />
          <Select
            label="Post it to"
            name="slackChannelId"
            options={[
              { value: "", label: channels.length > 0 ? "No Slack channel" : "No Slack channel is linked" },
              ...channels.map(({ id, name }) => ({ value: id, label: `#${name}` })),
            ]}
            defaultValue={held.slackChannelId ?? ""}
            help="Everybody in the channel reads it then, also what you alone may see."
            error={errors.slackChannelId ?? errors.byMail}
          />
          <p className="text-xs text-muted text-pretty">
            By the clock of {timeZone.replaceAll("_", " ")}. From Friday on it tells of the week that ends,
            before that of the one before. Only you see it among the reviews, and it tells of nothing you may
            not see.
          </p>
        </>
      )}
    </SettingsForm>
  );
}
