"use client";

import { useDesk } from "#components/review/desk-context";
import { LinkButton } from "#components/ui/link-button";
import { Reason } from "#components/ui/reason";
import type { MailReason } from "#lib/outreach/mail-reason";

/** That this mail was approved before and came back instead of leaving, and why. `reasons` are said below it anyway. */
export function ReturnedBand({ leadId, reasons }: { leadId: string; reasons: MailReason[] }) {
  const { draft } = useDesk();
  const returned = draft.deliveries.find(({ state }) => state === "returned");
  if (!returned) return null;
  const said = reasons.some(({ sentence }) => sentence === returned.reason);
  return (
    <Reason
      tone={said ? "info" : "warn"}
      icon="undo"
      title="This was approved, and came back before it left."
      actions={
        <LinkButton size="sm" href={`/leads/${leadId}`}>
          Open the lead
        </LinkButton>
      }
    >
      {said ? "What is said below came up in between." : returned.reason} Nothing was sent.
    </Reason>
  );
}
