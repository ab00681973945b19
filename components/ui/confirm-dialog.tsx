"use client";

import type { ReactNode } from "react";
import { Button } from "#components/ui/button";
import { Dialog } from "#components/ui/dialog";

type ConfirmDialogProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  /** The verb with its object, as on the button that led here. */
  confirm: string;
  cancel?: string;
  onConfirm: () => void;
  pending?: boolean;
  children: ReactNode;
};

/** Says what an act will do before it is done. */
export function ConfirmDialog({
  confirm,
  cancel = "Cancel",
  onConfirm,
  pending,
  children,
  ...dialog
}: ConfirmDialogProps) {
  const foot = (
    <>
      <Button tone="primary" onClick={onConfirm} pending={pending}>
        {confirm}
      </Button>
      <Button tone="quiet" onClick={() => dialog.onOpenChange(false)}>
        {cancel}
      </Button>
    </>
  );
  return (
    <Dialog {...dialog} foot={foot}>
      <div className="text-muted text-pretty">{children}</div>
    </Dialog>
  );
}
