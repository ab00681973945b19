"use client";

import { useState } from "react";
import { addressOfRecord } from "#components/review/record-link";
import { TakeBackDialog } from "#components/review/take-back-dialog";
import type { DeskVerbs } from "#components/review/verbs";
import { reach } from "#components/shell/reach";
import { Button } from "#components/ui/button";
import { FormError } from "#components/ui/form-error";
import { LinkButton } from "#components/ui/link-button";
import { StateWord } from "#components/ui/state-word";
import type { DeskDraft } from "#lib/drafts/view";
import { formatMoment } from "#lib/format/moments";

export type DecidedBarProps = {
  draft: DeskDraft;
  timeZone: string;
  reopen: DeskVerbs["reopen"];
  onReopened: () => void;
};

/** In the place of the decision: who made it and when, where it led, and the way back. */
export function DecidedBar({ draft, timeZone, reopen, onReopened }: DecidedBarProps) {
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const [asking, setAsking] = useState(false);
  const approved = draft.state === "approved";
  const filed = draft.records.find((record) => record.kind === "document");
  const reason = approved ? null : draft.reviews.findLast((review) => review.decision === "rejected")?.reason;

  async function takeBack() {
    setAsking(false);
    setPending(true);
    const answer = await reach(
      () => reopen({ draftId: draft.id }),
      "The connection broke. The decision stands.",
    );
    setPending(false);
    if (answer.ok) onReopened();
    else setError(answer.message);
  }

  return (
    <footer className="flex min-h-13 flex-none flex-wrap items-center gap-x-3 gap-y-1.5 border-t bg-surface px-5 py-2 max-md:px-4 max-md:pb-[max(0.625rem,env(safe-area-inset-bottom))]">
      <StateWord state={approved ? "done" : "blocked"}>{approved ? "Approved" : "Rejected"}</StateWord>
      <p className="text-xs text-muted">
        by {draft.decidedBy}
        {draft.decidedAt && `, ${formatMoment(new Date(draft.decidedAt), timeZone)}`}
        {reason && `: “${reason}”`}
      </p>
      <FormError>{error}</FormError>
      <span className="ml-auto flex flex-wrap gap-1.5">
        {filed && (
          <LinkButton tone="quiet" href={addressOfRecord(filed)}>
            Open the document
          </LinkButton>
        )}
        {draft.mayReopen && (
          <Button
            icon="undo"
            onClick={() => (approved ? setAsking(true) : void takeBack())}
            pending={pending}
          >
            Reopen
          </Button>
        )}
      </span>
      {asking && (
        <TakeBackDialog draft={draft} onClose={() => setAsking(false)} onTakeBack={() => void takeBack()} />
      )}
    </footer>
  );
}
