import type { ComponentProps } from "react";
import { controlLook, Field, type FieldProps } from "#components/ui/field";
import { Icon, type IconName } from "#components/ui/icon";

export type Option = { value: string; label: string };

type Own = FieldProps & { options: Option[]; icon?: IconName; tone?: "default" | "quiet" };
type SelectProps = Own &
  Omit<ComponentProps<"select">, keyof Own | "id" | "className" | "style" | "children" | "multiple">;

const tones = {
  default: `${controlLook} h-(--size-control)`,
  quiet:
    "h-(--size-control-sm) field-sizing-content rounded-md border border-transparent bg-transparent text-xs font-medium text-muted hover:bg-hover hover:text-ink pointer-coarse:text-[1rem]",
};

/** One of a few. The list is the system's own, which a phone and a keyboard know already. */
export function Select({
  label,
  hideLabel,
  help,
  error,
  options,
  icon,
  tone = "default",
  ...native
}: SelectProps) {
  return (
    <Field label={label} hideLabel={hideLabel} help={help} error={error}>
      {(control) => (
        <span className="relative inline-flex max-w-full min-w-0 items-center">
          {icon && (
            <span className="pointer-events-none absolute left-2 flex text-faint">
              <Icon name={icon} size="sm" />
            </span>
          )}
          <select
            {...native}
            {...control}
            data-act={label}
            className={`${tones[tone]} max-w-full min-w-0 appearance-none truncate pr-7 ${icon ? "pl-7" : "pl-2"}`}
          >
            {options.map((option) => (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ))}
          </select>
          <span className="pointer-events-none absolute right-2 flex text-faint">
            <Icon name="down" size="sm" />
          </span>
        </span>
      )}
    </Field>
  );
}
