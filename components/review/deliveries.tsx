"use client";

import { useState, useTransition } from "react";
import { SentState } from "#components/deliveries/sent-state";
import type { DeskVerbs } from "#components/review/verbs";
import { reach } from "#components/shell/reach";
import { Button } from "#components/ui/button";
import { FormError } from "#components/ui/form-error";
import { TextLink } from "#components/ui/text-link";
import type { DeliveryState } from "#drizzle/schema/deliveries";
import type { DraftDelivery } from "#lib/deliveries/queries";
import type { SettleDelivery } from "#lib/deliveries/schema";
import type { DeskDraft } from "#lib/drafts/view";

const verdicts: Partial<Record<DeliveryState, SettleDelivery["verdict"][]>> = {
  failed: ["send_again", "cancel"],
  unknown: ["sent", "send_again", "cancel"],
  returned: ["cancel"],
};
const words: Record<"page" | "mail", Record<SettleDelivery["verdict"], string>> = {
  page: { sent: "It is there", send_again: "File it again", cancel: "Don’t file it" },
  mail: { sent: "It was sent", send_again: "It was not: send it", cancel: "Don’t send it" },
};

export type DeliveriesProps = { draft: DeskDraft; settle: DeskVerbs["settle"] };

/** What became of each copy of an approved page, and what a leader can say where nobody knows or it failed. */
export function Deliveries({ draft, settle }: DeliveriesProps) {
  // What came back to be decided again is told over the draft.
  const told = draft.state === "pending";
  const deliveries = draft.deliveries.filter(({ state }) => !(told && state === "returned"));
  if (deliveries.length === 0) return null;
  return (
    <ul aria-label="Deliveries" className="flex-none border-t bg-surface text-xs">
      {deliveries.map((delivery) => (
        <DeliveryLine key={delivery.id} delivery={delivery} settle={draft.maySettle ? settle : null} />
      ))}
    </ul>
  );
}

function DeliveryLine({ delivery, settle }: { delivery: DraftDelivery; settle: DeskVerbs["settle"] | null }) {
  const [error, setError] = useState<string | null>(null);
  const [settling, startSettling] = useTransition();
  const mail = delivery.channel !== "export";
  const offered = verdicts[delivery.state] ?? [];

  function say(verdict: SettleDelivery["verdict"]) {
    setError(null);
    startSettling(async () => {
      if (!settle) return;
      const outcome = await reach(() => settle({ deliveryId: delivery.id, verdict }));
      if (!outcome.ok) setError(outcome.message);
    });
  }

  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1.5 px-5 py-1.5 max-md:px-4">
      <SentState row={delivery} />
      <span className="min-w-0 text-muted">
        {mail ? "to" : "as"}{" "}
        {mail ? (
          <TextLink href={`/deliveries/${delivery.id}`}>{delivery.recipient}</TextLink>
        ) : (
          delivery.recipient
        )}
        {delivery.reason && `. ${delivery.reason}`}
      </span>
      <FormError>{error}</FormError>
      {settle && offered.length > 0 && (
        <span className="ml-auto flex flex-wrap gap-1.5">
          {offered.map((verdict) => (
            <Button key={verdict} pending={settling} onClick={() => say(verdict)}>
              {words[mail ? "mail" : "page"][verdict]}
            </Button>
          ))}
        </span>
      )}
    </li>
  );
}
