import type { ComponentProps } from "react";
import { controlLook, Field, type FieldProps } from "#components/ui/field";

type Own = FieldProps & { size?: "md" | "lg" };
type TextInputProps = Own & Omit<ComponentProps<"input">, keyof Own | "id" | "className" | "style">;

/** One line to write. */
export function TextInput({ label, hideLabel, help, error, size = "md", ...native }: TextInputProps) {
  const height = size === "lg" ? "h-8 pointer-coarse:h-(--size-touch)" : "h-(--size-control)";
  return (
    <Field label={label} hideLabel={hideLabel} help={help} error={error}>
      {(control) => (
        <input type="text" {...native} {...control} className={`${controlLook} ${height} px-2`} />
      )}
    </Field>
  );
}
