import type { ComponentProps } from "react";
import { controlLook, Field, type FieldProps } from "#components/ui/field";

type Own = FieldProps & { text?: "interface" | "record" | "draft" };
type TextAreaProps = Own & Omit<ComponentProps<"textarea">, keyof Own | "id" | "className" | "style">;

const texts = { interface: "px-2 py-1", record: "px-3 py-2 text-md", draft: "px-3 py-2 text-base" };

/** Several lines to write. It grows with its text up to two thirds of the screen. */
export function TextArea({ label, hideLabel, help, error, text = "interface", ...native }: TextAreaProps) {
  return (
    <Field label={label} hideLabel={hideLabel} help={help} error={error}>
      {(control) => (
        <textarea
          rows={3}
          {...native}
          {...control}
          className={`${controlLook} field-sizing-content max-h-[66dvh] min-h-[3lh] resize-y ${texts[text]}`}
        />
      )}
    </Field>
  );
}
