"use client";

import { useFormStatus } from "react-dom";
import { Button, type ButtonProps } from "#components/ui/button";

/** The button of a form; while the form is on its way it waits, in `pendingLabel`'s words where there are any. */
export function SubmitButton({
  pendingLabel,
  tone = "primary",
  children,
  ...button
}: ButtonProps & { pendingLabel?: string }) {
  const { pending } = useFormStatus();
  return (
    <Button {...button} type="submit" tone={tone} pending={pending || button.pending}>
      {(pending && pendingLabel) || children}
    </Button>
  );
}
