"use client";

import { ActButton } from "#components/settings/act-button";
import { Reason } from "#components/ui/reason";
import type { SettleDelivery } from "#lib/deliveries/schema";
import { type SentInFull, whatToCheck } from "#lib/deliveries/view";
import type { Outcome } from "#lib/web/door";

type SettleSentProps = {
  sent: SentInFull;
  settle: (input: SettleDelivery) => Promise<Outcome<void>>;
};

/** Why a delivery waits for a person, what to look at, and what can be said of it. Nothing is repeated on its own. */
export function SettleSent({ sent, settle }: SettleSentProps) {
  if (sent.state === "returned")
    return (
      <Reason tone="warn" title="It went back to the queue.">
        {sent.reason}
      </Reason>
    );
  if (sent.state !== "unknown" && sent.state !== "failed") return null;
  const unknown = sent.state === "unknown";
  const say = (verdict: SettleDelivery["verdict"], label: string) => (
    <ActButton act={() => settle({ deliveryId: sent.id, verdict })} label={label} />
  );
  return (
    <Reason
      tone={unknown ? "warn" : "block"}
      title={unknown ? "We don’t know if this left." : "This did not leave."}
      actions={
        sent.maySettle && (
          <>
            {unknown && say("sent", "It was sent")}
            {say("send_again", unknown ? "It was not: send it" : "Send it again")}
            {say("cancel", "Don’t send it")}
          </>
        )
      }
    >
      {sent.reason} {unknown && `It is never repeated on its own. ${whatToCheck(sent)}`}
      {!sent.maySettle && " Leaders and admins decide about it."}
    </Reason>
  );
}
