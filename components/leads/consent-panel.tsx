"use client";

import { useState, useTransition } from "react";
import { ConsentDialog } from "#components/leads/consent-dialog";
import { BASIS_NAMES } from "#components/leads/consent-words";
import type { LeadVerbs } from "#components/leads/lead-verbs";
import { StandingWords } from "#components/leads/standing-words";
import { Moment } from "#components/records/moment";
import { announce } from "#components/shell/live-region";
import { reach } from "#components/shell/reach";
import { Button } from "#components/ui/button";
import { ConfirmDialog } from "#components/ui/confirm-dialog";
import { FormError } from "#components/ui/form-error";
import { formatFullDay } from "#lib/format/dates";
import type { LeadInFull } from "#lib/leads/queries";
import type { Calendar } from "#lib/users/calendar";

type ConsentPanelProps = {
  lead: Pick<LeadInFull, "email" | "standing" | "consents" | "mayChange">;
  calendar: Calendar;
  verbs: Pick<LeadVerbs, "recordConsent" | "withdraw">;
};

/** Whether a lead may be written to, what proves it, and what to do about it. */
export function ConsentPanel({ lead, calendar, verbs }: ConsentPanelProps) {
  const [asking, setAsking] = useState<"record" | "withdraw" | null>(null);
  const [error, setError] = useState<string | null>(null);
  const [pending, start] = useTransition();
  const { email, standing } = lead;

  function withdraw() {
    start(async () => {
      const outcome = await reach(() => verbs.withdraw({ email: email ?? "" }));
      setError(outcome.ok ? null : outcome.message);
      setAsking(null);
      if (outcome.ok) announce("Nothing is sent to them any more");
    });
  }

  return (
    <div className="flex flex-col gap-2 py-2">
      <StandingWords standing={standing} email={email} calendar={calendar} />
      <FormError>{error}</FormError>
      {lead.mayChange && email && (
        <div className="flex flex-wrap gap-1.5">
          <Button icon="check" onClick={() => setAsking("record")}>
            Record consent
          </Button>
          {standing?.state !== "suppressed" && (
            <Button tone="quiet" onClick={() => setAsking("withdraw")}>
              They asked not to be written to
            </Button>
          )}
        </div>
      )}
      {lead.consents.length > 0 && <Recorded consents={lead.consents} calendar={calendar} />}
      {asking === "record" && email && (
        <ConsentDialog
          email={email}
          today={calendar.today}
          record={verbs.recordConsent}
          onClose={() => setAsking(null)}
        />
      )}
      <ConfirmDialog
        open={asking === "withdraw"}
        onOpenChange={(open) => setAsking(open ? "withdraw" : null)}
        title="Send nothing to them any more?"
        confirm="Send nothing any more"
        onConfirm={withdraw}
        pending={pending}
      >
        {email} goes on the list that nothing is sent to, at once. Only consent that they give after today
        takes it off again.
      </ConfirmDialog>
    </div>
  );
}

/** Everything that was recorded of an address: consent has to be proved. */
function Recorded({ consents, calendar }: { consents: LeadInFull["consents"]; calendar: Calendar }) {
  return (
    <details>
      <summary className="cursor-pointer rounded-sm text-xs text-muted">
        {consents.length === 1 ? "One consent was recorded" : `${consents.length} consents were recorded`}
      </summary>
      <ul className="mt-1 flex flex-col gap-2 border-l pl-3 text-xs text-muted">
        {consents.map((one) => (
          <li key={one.id}>
            <span className="text-ink">{BASIS_NAMES[one.basis].word}</span>, of{" "}
            {formatFullDay(one.obtainedOn)}
            {one.expiresOn && `, until ${formatFullDay(one.expiresOn)}`}
            <span className="block whitespace-pre-line wrap-anywhere">“{one.evidence}”</span>
            <span className="block text-faint">
              Recorded by {one.recordedBy}, <Moment at={one.recordedAt} calendar={calendar} />
              {one.withdrawnAt && (
                <>
                  ; taken back <Moment at={one.withdrawnAt} calendar={calendar} />
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
