"use client";

import { useState, useTransition } from "react";
import type { DeskVerbs } from "#components/review/verbs";
import { reach } from "#components/shell/reach";
import { Button } from "#components/ui/button";
import { FormError } from "#components/ui/form-error";
import { type State, StateWord } from "#components/ui/state-word";
import type { DeliveryState } from "#drizzle/schema/deliveries";
import type { DraftDelivery } from "#lib/deliveries/queries";
import type { SettleDelivery } from "#lib/deliveries/schema";
import type { DeskDraft } from "#lib/drafts/view";

type Shown = { state: State; word: string; verdicts: SettleDelivery["verdict"][] };

const shown: Record<DeliveryState, Shown> = {
  scheduled: { state: "waiting", word: "will be filed", verdicts: [] },
  sending: { state: "waiting", word: "is being filed", verdicts: [] },
  sent: { state: "done", word: "filed", verdicts: [] },
  failed: { state: "blocked", word: "not filed", verdicts: ["send_again", "cancel"] },
  unknown: { state: "check", word: "perhaps filed", verdicts: ["sent", "send_again", "cancel"] },
  returned: { state: "blocked", word: "not filed", verdicts: ["cancel"] },
  cancelled: { state: "unmatched", word: "taken back", verdicts: [] },
};
const words: Record<SettleDelivery["verdict"], string> = {
  sent: "It is there",
  send_again: "File it again",
  cancel: "Don’t file it",
};

export type DeliveriesProps = { draft: DeskDraft; settle: DeskVerbs["settle"] };

/** What became of each copy of an approved page, and what a leader can say where nobody knows or it failed. */
export function Deliveries({ draft, settle }: DeliveriesProps) {
  if (draft.deliveries.length === 0) return null;
  return (
    <ul aria-label="Copies" className="flex-none border-t bg-surface text-xs">
      {draft.deliveries.map((delivery) => (
        <DeliveryLine key={delivery.id} delivery={delivery} settle={draft.maySettle ? settle : null} />
      ))}
    </ul>
  );
}

function DeliveryLine({ delivery, settle }: { delivery: DraftDelivery; settle: DeskVerbs["settle"] | null }) {
  const [error, setError] = useState<string | null>(null);
  const [settling, startSettling] = useTransition();
  const { state, word, verdicts } = shown[delivery.state];

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
      <StateWord state={state}>{word}</StateWord>
      <span className="min-w-0 text-muted">
        as {delivery.recipient}
        {delivery.reason && `. ${delivery.reason}`}
      </span>
      <FormError>{error}</FormError>
      {settle && verdicts.length > 0 && (
        <span className="ml-auto flex flex-wrap gap-1.5">
          {verdicts.map((verdict) => (
            <Button key={verdict} pending={settling} onClick={() => say(verdict)}>
              {words[verdict]}
            </Button>
          ))}
        </span>
      )}
    </li>
  );
}
