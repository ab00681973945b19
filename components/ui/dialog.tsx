"use client";

import type { ReactNode } from "react";
import { later } from "#components/ui/later";
import { OnceOpen } from "#components/ui/once-open";

export type DialogProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  /** middle: asks for something, from below on a phone · side: lies over a desk that stays in use. */
  place?: "middle" | "side";
  size?: "md" | "lg";
  /** Only to be read: the focus goes to the dialog itself, so that no key presses anything unseen. */
  reading?: boolean;
  /** Makes the dialog a form: its foot then holds a SubmitButton. */
  action?: (data: FormData) => void | Promise<void>;
  foot?: ReactNode;
  children: ReactNode;
};

const DialogPopup = later<DialogProps>(async () => (await import("#components/ui/dialog-popup")).DialogPopup);

/** A question or a form over the page. Escape and a press beside it close it; the focus returns to where it was. */
export function Dialog(props: DialogProps) {
  return (
    <OnceOpen open={props.open}>
      <DialogPopup {...props} />
    </OnceOpen>
  );
}
