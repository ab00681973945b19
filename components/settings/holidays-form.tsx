"use client";

import { SettingsForm } from "#components/settings/settings-form";
import { Check } from "#components/ui/check";
import { TextArea } from "#components/ui/text-area";
import type { FormAction } from "#lib/web/door";

type HolidaysFormProps = {
  action: FormAction;
  /** What stands in the list at first. */
  text: string;
  /** IANA names of the zones people are in. */
  timeZones: string[];
};

/** A pasted list of days on which nobody works, or only people in some time zones don't. */
export function HolidaysForm({ action, text, timeZones }: HolidaysFormProps) {
  return (
    <SettingsForm action={action} save="Add these days" saved="Added">
      {(errors) => (
        <>
          <TextArea
            label="Days"
            name="text"
            rows={6}
            required
            maxLength={20_000}
            defaultValue={text}
            placeholder="2027-07-01 Canada Day"
            help="One a line: the day, then its name. Days that are on the list already stay as they are."
            error={errors.text}
          />
          {timeZones.length > 1 && (
            <fieldset>
              <legend className="mb-1 text-xs font-medium">Only for people in</legend>
              <div className="flex flex-wrap gap-x-3 gap-y-1.5">
                {timeZones.map((zone) => (
                  <Check key={zone} label={zone.replaceAll("_", " ")} name="timeZones" value={zone} />
                ))}
              </div>
              <p className="mt-1 text-xs text-muted">Choose none where it is for everybody.</p>
            </fieldset>
          )}
        </>
      )}
    </SettingsForm>
  );
}
