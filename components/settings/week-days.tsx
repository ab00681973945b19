import { Check } from "#components/ui/check";

const DAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

type WeekDaysProps = { legend: string; name: string; days: number[]; error?: string | undefined };

/** Days of the week to tick, as ISO weekdays: 1 = Monday. */
export function WeekDays({ legend, name, days, error }: WeekDaysProps) {
  return (
    <fieldset>
      <legend className="mb-1 text-xs font-medium">{legend}</legend>
      <div className="flex flex-wrap gap-x-3 gap-y-1">
        {DAYS.map((label, index) => (
          <Check
            key={label}
            label={label}
            name={name}
            value={index + 1}
            defaultChecked={days.includes(index + 1)}
          />
        ))}
      </div>
      {error && <p className="mt-1 text-xs text-danger-text">{error}</p>}
    </fieldset>
  );
}

/** The error of a list of days: one in a list is named by its place in it, "days.2". */
export function errorOf(errors: Record<string, string>, field: string): string | undefined {
  return Object.entries(errors).find(([path]) => path === field || path.startsWith(`${field}.`))?.[1];
}
