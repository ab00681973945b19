"use client";

import { type ReactNode, Suspense, useState } from "react";
import { later } from "#components/ui/later";

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
/** As an open dialog does, it keeps the page's keys from whoever goes on typing. */
const meanwhile = <div hidden data-modal data-open />;

/** A question or a form over the page. Escape and a press beside it close it; the focus returns to where it was. */
export function Dialog(props: DialogProps) {
  const [asked, setAsked] = useState(props.open);
  if (props.open && !asked) setAsked(true);
  if (!asked) return null;
  return (
    <Suspense fallback={meanwhile}>
      <DialogPopup {...props} />
    </Suspense>
  );
}
