import { type ReactNode, useId } from "react";

export type FieldProps = {
  label: string;
  /** Keeps the label for speech alone, where the column or the row says it already. */
  hideLabel?: boolean;
  help?: ReactNode;
  error?: string | null;
};

/** What a control needs to be tied to its label, help and error. */
export type FieldControl = {
  id: string;
  "aria-describedby": string | undefined;
  "aria-invalid": true | undefined;
};

/** A label, a control, and what helps or went wrong under it. */
export function Field({
  label,
  hideLabel,
  help,
  error,
  children,
}: FieldProps & { children: (control: FieldControl) => ReactNode }) {
  const id = useId();
  const describedBy = [help && `${id}-help`, error && `${id}-error`].filter(Boolean).join(" ");
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <label htmlFor={id} className={hideLabel ? "sr-only" : "text-xs font-medium"}>
        {label}
      </label>
      {children({
        id,
        "aria-describedby": describedBy || undefined,
        "aria-invalid": error ? true : undefined,
      })}
      {help && (
        <p id={`${id}-help`} className="text-xs text-muted">
          {help}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className="text-xs text-danger-text">
          {error}
        </p>
      )}
    </div>
  );
}

/** The frame of what one writes in. */
export const controlLook =
  "w-full min-w-0 rounded-md border border-control bg-surface aria-invalid:border-danger-text aria-invalid:focus-visible:outline-danger-text disabled:border-line disabled:bg-selected disabled:text-faint pointer-coarse:text-[1rem] focus-visible:-outline-offset-1";
