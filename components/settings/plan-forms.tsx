"use client";

import { SettingsForm } from "#components/settings/settings-form";
import { TextInput } from "#components/ui/text-input";
import type { SetNumber, WorkflowPlan } from "#lib/budgets/queries";
import { formatFullDay } from "#lib/format/dates";
import type { FormAction } from "#lib/web/door";

type PlanFormsProps = { plan: WorkflowPlan; setBudget: FormAction; setBaseline: FormAction };

/** What one workflow may cost a month, and how long its work took by hand. */
export function PlanForms({ plan, setBudget, setBaseline }: PlanFormsProps) {
  const { workflow, label, monthMicros, minutes } = plan;
  const name = label.toLowerCase();
  return (
    <div className="grid gap-x-8 md:grid-cols-2">
      <SettingsForm
        key={`budget ${monthMicros?.version ?? 0}`}
        action={setBudget}
        save={`Save the budget of ${name}`}
        main={false}
      >
        {(errors) => (
          <>
            <Seen workflow={workflow} set={monthMicros} />
            <TextInput
              label="Budget a month, in dollars"
              name="amount"
              inputMode="decimal"
              defaultValue={monthMicros ? String(monthMicros.value / 1_000_000) : ""}
              error={errors.amount ?? errors.monthCents}
              help={setBy(monthMicros, "Empty: no limit.")}
            />
          </>
        )}
      </SettingsForm>
      <SettingsForm
        key={`baseline ${minutes?.version ?? 0}`}
        action={setBaseline}
        save={`Save the minutes of ${name}`}
        main={false}
      >
        {(errors) => (
          <>
            <Seen workflow={workflow} set={minutes} />
            <TextInput
              label="Minutes by hand for one draft"
              name="minutes"
              inputMode="numeric"
              defaultValue={minutes ? String(minutes.value) : ""}
              error={errors.minutes}
              help={setBy(minutes, "Empty: nobody knows.")}
            />
          </>
        )}
      </SettingsForm>
    </div>
  );
}

function Seen({ workflow, set }: { workflow: string; set: SetNumber | null }) {
  return (
    <>
      <input type="hidden" name="workflow" value={workflow} />
      <input type="hidden" name="version" value={set?.version ?? 0} />
    </>
  );
}

function setBy(set: SetNumber | null, none: string): string {
  return set ? `Set by ${set.by} on ${formatFullDay(set.at.slice(0, 10))}. ${none}` : none;
}
