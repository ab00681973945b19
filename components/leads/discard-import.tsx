"use client";

import { useState, useTransition } from "react";
import { reach } from "#components/shell/reach";
import { Button } from "#components/ui/button";
import { ConfirmDialog } from "#components/ui/confirm-dialog";
import { FormError } from "#components/ui/form-error";
import type { DiscardImport as Discard } from "#lib/lead-imports/schema";
import type { Outcome } from "#lib/web/door";

type DiscardImportProps = { importId: string; discard: (input: Discard) => Promise<Outcome<void>> };

/** Gives a file up, after asking. */
export function DiscardImport({ importId, discard }: DiscardImportProps) {
  const [open, setOpen] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const [pending, startActing] = useTransition();
  const confirm = () =>
    startActing(async () => {
      const outcome = await reach(() => discard({ importId }));
      setError(outcome.ok ? null : outcome.message);
      setOpen(false);
    });
  return (
    <div className="mt-6 flex flex-wrap items-center gap-3 border-t pt-4">
      <Button tone="quiet" onClick={() => setOpen(true)}>
        Discard this file
      </Button>
      <FormError>{error}</FormError>
      <ConfirmDialog
        open={open}
        onOpenChange={setOpen}
        title="Discard this file?"
        confirm="Discard this file"
        cancel="Keep it"
        onConfirm={confirm}
        pending={pending}
      >
        Its rows are deleted, and none of them becomes a lead.
      </ConfirmDialog>
    </div>
  );
}
