"use client";

import { useState, useTransition } from "react";
import { RefusalText } from "#components/auth/refusal-text";
import { reach } from "#components/shell/reach";
import { Button } from "#components/ui/button";
import { Reason } from "#components/ui/reason";
import type { Tried } from "#lib/mails/send-test-mail";
import type { Outcome } from "#lib/web/door";

/** Sends the reader a mail, and says what the mail server made of it. */
export function TestMail({ action, email }: { action: () => Promise<Outcome<unknown>>; email: string }) {
  const [outcome, setOutcome] = useState<Outcome<unknown> | null>(null);
  const [pending, start] = useTransition();
  const tried = outcome?.ok ? (outcome.value as Tried) : null;
  return (
    <div className="flex flex-col items-start gap-3">
      <Button
        icon="mail"
        pending={pending}
        onClick={() => start(async () => setOutcome(await reach(action)))}
      >
        {`Send a test mail to ${email}`}
      </Button>
      <RefusalText refusal={outcome && !outcome.ok ? outcome : null} />
      <div role="status">{tried && !pending && <Became {...tried} />}</div>
    </div>
  );
}

function Became({ state, reason, to }: Tried) {
  if (state === "sent")
    return (
      <Reason tone="info" icon="done" title="The mail server took it.">
        {`It is on its way to ${to}. Look whether it arrives, and whether it lands among the junk.`}
      </Reason>
    );
  if (state === "sending")
    return (
      <Reason tone="info" title="It is still being sent.">
        The mail server takes its time. What becomes of it stands below once it is known.
      </Reason>
    );
  if (state === "unknown")
    return (
      <Reason tone="warn" title="We don’t know if it left.">
        {`${reason} Look whether it arrives.`}
      </Reason>
    );
  return (
    <Reason
      tone="block"
      title={state === "scheduled" ? "It did not leave, and is tried again." : "It did not leave."}
    >
      {reason ?? "Nobody said why."}
    </Reason>
  );
}
