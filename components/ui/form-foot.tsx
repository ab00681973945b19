import type { ReactNode } from "react";
import { Button } from "#components/ui/button";

type FormFootProps = {
  /** The id of the form in the dialog. */
  form: string;
  pending?: boolean;
  onCancel: () => void;
  /** The verb with its object. */
  children: ReactNode;
};

/** The foot of a dialog with a form: to send it, and to leave it. */
export function FormFoot({ form, pending, onCancel, children }: FormFootProps) {
  return (
    <>
      <Button tone="primary" type="submit" form={form} kbd="mod+Enter" pending={pending}>
        {children}
      </Button>
      <Button tone="quiet" onClick={onCancel}>
        Cancel
      </Button>
    </>
  );
}
