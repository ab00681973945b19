"use client";

import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import type { LeadVerbs } from "#components/leads/lead-verbs";
import { reach } from "#components/shell/reach";
import { Button } from "#components/ui/button";
import { ConfirmDialog } from "#components/ui/confirm-dialog";
import { FormError } from "#components/ui/form-error";

type DeleteLeadButtonProps = { lead: { id: string; version: number }; remove: LeadVerbs["remove"] };

/** Deletes a lead, after saying what goes and what stays. */
export function DeleteLeadButton({ lead, remove }: DeleteLeadButtonProps) {
  const router = useRouter();
  const [asking, setAsking] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const [pending, start] = useTransition();
  const go = () =>
    start(async () => {
      const outcome = await reach(() => remove({ leadId: lead.id, version: lead.version }));
      setError(outcome.ok ? null : outcome.message);
      setAsking(false);
      if (outcome.ok) router.push("/leads");
    });
  return (
    <div className="mt-6 flex flex-col items-start gap-2">
      <FormError>{error}</FormError>
      <Button tone="quiet" onClick={() => setAsking(true)}>
        Delete the lead
      </Button>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title="Delete the lead?"
        confirm="Delete the lead"
        onConfirm={go}
        pending={pending}
      >
        What is known of them goes, with their timeline, their notes, and the drafts written from these. What
        was sent, what proved consent, and that they asked not to be written to stays. It can’t be brought
        back.
      </ConfirmDialog>
    </div>
  );
}
