"use client";

import type { ComponentProps } from "react";

type BlockedButtonProps = Omit<ComponentProps<"button">, "className" | "type" | "onClick"> & {
  reason: string;
  look: string;
};

/** A button that can't act now: it stays in place, and pressing it moves the focus to the reason. */
export function BlockedButton({ reason, look, ...native }: BlockedButtonProps) {
  return (
    <button
      {...native}
      type="button"
      className={look}
      aria-disabled="true"
      aria-describedby={reason}
      onClick={() => document.getElementById(reason)?.focus()}
    />
  );
}
