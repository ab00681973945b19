"use client";

import { type ReactNode, useState, useTransition } from "react";
import { RefusalText } from "#components/auth/refusal-text";
import { reach } from "#components/shell/reach";
import { Button } from "#components/ui/button";
import { ConfirmDialog } from "#components/ui/confirm-dialog";
import type { Outcome } from "#lib/web/door";
import type { Refusal } from "#lib/web/refusal";

type ActButtonProps = {
  act: () => Promise<Outcome<unknown>>;
  /** The verb with its object. */
  label: string;
  /** What the button of a row says, where the row names the object. */
  short?: string;
  /** Says what will happen, in a dialog, before it does. */
  consequence?: ReactNode;
};

/** A button that acts at once, or after saying what it will do; a refusal stands beside it. */
export function ActButton({ act, label, short, consequence }: ActButtonProps) {
  const [asking, setAsking] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [pending, start] = useTransition();
  const go = () =>
    start(async () => {
      const outcome = await reach(act);
      setRefusal(outcome.ok ? null : outcome);
      setAsking(false);
    });
  return (
    <span className="inline-flex flex-wrap items-center justify-end gap-2">
      <RefusalText refusal={refusal} />
      <Button
        size={short ? "sm" : "md"}
        aria-label={short && label}
        pending={pending}
        onClick={consequence ? () => setAsking(true) : go}
      >
        {short ?? label}
      </Button>
      {consequence && (
        <ConfirmDialog
          open={asking}
          onOpenChange={setAsking}
          title={`${label}?`}
          confirm={label}
          onConfirm={go}
          pending={pending}
        >
          {consequence}
        </ConfirmDialog>
      )}
    </span>
  );
}
