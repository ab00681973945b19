"use client";

import { useState } from "react";
import { SettingsForm } from "#components/settings/settings-form";
import { Check } from "#components/ui/check";
import { TextInput } from "#components/ui/text-input";
import { clockOf } from "#lib/format/clock-field";
import type { NoticeSettings } from "#lib/notices/settings";
import { noticeNames } from "#lib/notices/words";
import type { FormAction } from "#lib/web/door";

type NoticesFormProps = {
  action: FormAction;
  settings: NoticeSettings;
  email: string | null;
  /** IANA name of the zone the quiet hours are in. */
  timeZone: string;
};

/** Which notices come by mail too, and when none does. */
export function NoticesForm({ action, settings, email, timeZone }: NoticesFormProps) {
  const { mail, quietFrom, quietUntil } = settings;
  const [quiet, setQuiet] = useState(quietFrom !== null && quietUntil !== null);
  return (
    <SettingsForm action={action} save="Save the notices">
      {(errors) => (
        <>
          <fieldset>
            <legend className="mb-1 text-xs font-medium">By mail too{email ? `, to ${email}` : ""}</legend>
            <div className="flex flex-col gap-1.5">
              {Object.entries(noticeNames).map(([kind, label]) => (
                <Check
                  key={kind}
                  label={label}
                  name="mail"
                  value={kind}
                  defaultChecked={mail.some((one) => one === kind)}
                />
              ))}
            </div>
          </fieldset>
          <Check
            label="No mail in quiet hours"
            name="quiet"
            checked={quiet}
            onChange={(event) => setQuiet(event.target.checked)}
          />
          {quiet && (
            <div className="flex flex-wrap gap-3">
              <TextInput
                label="From"
                name="from"
                type="time"
                required
                defaultValue={clockOf(quietFrom ?? 18 * 60)}
                error={errors["quiet.from"] ?? errors.quiet}
              />
              <TextInput
                label="Until"
                name="until"
                type="time"
                required
                defaultValue={clockOf(quietUntil ?? 8 * 60)}
                error={errors["quiet.until"]}
              />
            </div>
          )}
          <p className="text-xs text-muted text-pretty">
            By the clock of {timeZone.replaceAll("_", " ")}. On days you don’t work no mail comes either; it
            waits for your next morning, and so does the word on what is due and overdue. Time zone and
            working days stand under Profile.
          </p>
        </>
      )}
    </SettingsForm>
  );
}
