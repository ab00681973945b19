"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useDesk } from "#components/review/desk-context";
import { useFrame } from "#components/review/frame";
import { ConsentDialog } from "#components/review/later-dialogs";
import { reasonsNow } from "#components/review/mail-standing";
import { ReturnedBand } from "#components/review/returned-band";
import { Keys } from "#components/shell/keys";
import { Button } from "#components/ui/button";
import { LinkButton } from "#components/ui/link-button";
import { Reason } from "#components/ui/reason";
import type { MailReason, MailReasonCode } from "#lib/outreach/mail-reason";
import type { DeskMail } from "#lib/outreach/mail-view";

const CONSENT: ReadonlySet<MailReasonCode> = new Set(["no_consent", "expired", "suppressed", "bounced"]);
const OF_LEAD: ReadonlySet<MailReasonCode> = new Set(["no_address", "closed"]);

/** Why the mail can't leave and what to look at first, each with what to do about it. */
export function MailReasons({ mail }: { mail: DeskMail }) {
  const { draft, statements, allowed } = useDesk();
  const { verbs } = useFrame();
  const router = useRouter();
  const [recording, setRecording] = useState(false);
  if (draft.state !== "pending") return null;
  const reasons = reasonsNow(draft, statements);
  const asks =
    mail.mayRecordConsent && mail.to.address !== null && reasons.some(({ code }) => CONSENT.has(code));
  const ask = asks ? () => setRecording(true) : undefined;
  return (
    <>
      <Keys scope="draft" bindings={{ c: ask }} />
      <ReturnedBand leadId={mail.leadId} reasons={reasons} />
      {reasons.map((reason) => {
        const { title, rest } = inTwo(reason.sentence);
        return (
          <Reason
            key={`${reason.code} ${reason.statementId ?? ""} ${reason.words?.join() ?? ""}`}
            tone={reason.level}
            title={title}
            actions={<Remedy reason={reason} mail={mail} allowed={allowed} onConsent={ask} />}
          >
            {rest}
          </Reason>
        );
      })}
      {recording && (
        <ConsentDialog
          email={mail.to.address ?? ""}
          today={draft.today}
          record={async (input) => {
            const outcome = await verbs.recordConsent(input);
            if (outcome.ok) router.refresh();
            return outcome;
          }}
          onClose={() => setRecording(false)}
        />
      )}
    </>
  );
}

type RemedyProps = {
  reason: MailReason;
  mail: DeskMail;
  allowed: boolean;
  onConsent: (() => void) | undefined;
};

function Remedy({ reason, mail, allowed, onConsent }: RemedyProps) {
  const { change, startEdit } = useDesk();
  const { code, statementId } = reason;
  if (CONSENT.has(code))
    return (
      onConsent && (
        <Button size="sm" kbd="c" onClick={onConsent}>
          Record consent
        </Button>
      )
    );
  if (OF_LEAD.has(code))
    return (
      <LinkButton size="sm" href={`/leads/${mail.leadId}`}>
        Open the lead
      </LinkButton>
    );
  if (code === "identity")
    return (
      <LinkButton size="sm" href="/settings/follow-ups">
        Open the settings
      </LinkButton>
    );
  if (!allowed || statementId === undefined) return null;
  return (
    <>
      <Button size="sm" onClick={() => startEdit(statementId)}>
        Edit it
      </Button>
      {code === "unsourced" && (
        <Button size="sm" tone="quiet" onClick={() => change({ statementId, confirm: true })}>
          Keep it
        </Button>
      )}
    </>
  );
}

/** The first sentence, and what follows it. */
function inTwo(sentence: string): { title: string; rest: string } {
  const end = sentence.search(/[.!?]\s/);
  return end === -1
    ? { title: sentence, rest: "" }
    : { title: sentence.slice(0, end + 1), rest: sentence.slice(end + 2) };
}
