import type { ComponentProps } from "react";
import { controlLook, Field, type FieldProps } from "#components/ui/field";
import { Icon } from "#components/ui/icon";

type DateFieldProps = FieldProps &
  Omit<ComponentProps<"input">, keyof FieldProps | "id" | "type" | "className" | "style">;

// The browser's own calendar opens wherever the field is pressed; digits still type the date.
const picker =
  "[&::-webkit-calendar-picker-indicator]:absolute [&::-webkit-calendar-picker-indicator]:inset-y-0 [&::-webkit-calendar-picker-indicator]:right-0 [&::-webkit-calendar-picker-indicator]:h-full [&::-webkit-calendar-picker-indicator]:w-8 [&::-webkit-calendar-picker-indicator]:cursor-pointer [&::-webkit-calendar-picker-indicator]:opacity-0";

/** A calendar day, as YYYY-MM-DD. */
export function DateField({ label, hideLabel, help, error, ...native }: DateFieldProps) {
  return (
    <Field label={label} hideLabel={hideLabel} help={help} error={error}>
      {(control) => (
        <span className="relative inline-flex min-w-0 items-center">
          <input
            {...native}
            {...control}
            type="date"
            className={`${controlLook} ${picker} h-(--size-control) min-w-34 pr-7 pl-2`}
          />
          <span className="pointer-events-none absolute right-2 flex text-faint">
            <Icon name="calendar" size="sm" />
          </span>
        </span>
      )}
    </Field>
  );
}
