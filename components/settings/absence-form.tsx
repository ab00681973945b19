"use client";

import { SettingsForm } from "#components/settings/settings-form";
import { DateField } from "#components/ui/date-field";
import type { FormAction } from "#lib/web/door";

/** From which day to which somebody is away. Nobody is asked why. */
export function AbsenceForm({ action, userId }: { action: FormAction; userId: string }) {
  return (
    <SettingsForm action={action} save="Record time away" saved="Recorded" main={false}>
      {(errors) => (
        <>
          <input type="hidden" name="userId" value={userId} />
          <div className="flex flex-wrap gap-3">
            <DateField label="First day" name="fromOn" required error={errors.fromOn} />
            <DateField label="Last day" name="untilOn" required error={errors.untilOn} />
          </div>
        </>
      )}
    </SettingsForm>
  );
}
