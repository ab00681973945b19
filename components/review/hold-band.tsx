"use client";

import { type ReactNode, useState } from "react";
import { TakeOver } from "#components/review/take-over";
import type { Held } from "#components/review/use-hold";
import type { DeskVerbs } from "#components/review/verbs";
import { firstName } from "#components/review/words";
import { reach } from "#components/shell/reach";
import { Button } from "#components/ui/button";
import { FormError } from "#components/ui/form-error";
import { Icon } from "#components/ui/icon";
import { Reason } from "#components/ui/reason";
import type { DeskDraft } from "#lib/drafts/view";
import { formatMoment, formatTime } from "#lib/format/moments";
import type { Outcome } from "#lib/web/door";

type HoldBandProps = {
  draft: DeskDraft;
  held: Held;
  verbs: Pick<DeskVerbs, "takeOver" | "takeBack" | "wake">;
  timeZone: string;
};

/** Whose hands the draft is in: who reads it now, who gave it to whom, and that it is back from being put off. */
export function HoldBand({ draft, held, verbs, timeZone }: HoldBandProps) {
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<string | null>(null);
  if (draft.state !== "pending") return null;
  const seen = { draftId: draft.id };

  async function putBack(verb: (seen: { draftId: string }) => Promise<Outcome<void>>) {
    setPending(true);
    const answer = await reach(() => verb(seen), LOST);
    setPending(false);
    if (!answer.ok) setError(answer.message);
  }

  const button = (label: string, run: () => Promise<void>) => (
    <Button size="sm" pending={pending} onClick={() => void run()}>
      {label}
    </Button>
  );
  const handover = held.mine ? null : draft.handover;
  return (
    <div role="status">
      {held.other && (
        <Reason
          tone="info"
          icon="eye"
          title={`${firstName(held.other.by)} is reading this, until ${formatTime(new Date(held.other.until), timeZone)}.`}
        >
          What you change or decide meanwhile is refused. Taken over, it is yours, and they are told.
        </Reason>
      )}
      {!held.other && handover && (
        <HandoverBand
          handover={handover}
          button={button}
          takeOver={<TakeOver draftId={draft.id} held={held} verb={verbs.takeOver} />}
          takeBack={() => putBack(verbs.takeBack)}
        />
      )}
      {draft.snoozedUntil && (
        <SnoozeBand
          until={draft.snoozedUntil}
          timeZone={timeZone}
          wake={button("Wake it now", () => putBack(verbs.wake))}
        />
      )}
      <FormError>{error}</FormError>
    </div>
  );
}

type SnoozeBandProps = { until: string; timeZone: string; wake: ReactNode };

/** That the reader has put this off, or that its time has come. */
function SnoozeBand({ until, timeZone, wake }: SnoozeBandProps) {
  const at = new Date(until);
  const [away] = useState(() => at.getTime() > Date.now());
  if (!away)
    return <Reason tone="info" icon="snooze" title={`Back from snooze, ${formatMoment(at, timeZone)}.`} />;
  return (
    <Reason
      tone="info"
      icon="snooze"
      title={`You snoozed this until ${formatMoment(at, timeZone)}.`}
      actions={wake}
    >
      It is out of your own queue until then; others see it as before.
    </Reason>
  );
}

type HandoverBandProps = {
  handover: NonNullable<DeskDraft["handover"]>;
  button: (label: string, run: () => Promise<void>) => ReactNode;
  takeOver: ReactNode;
  takeBack: () => Promise<void>;
};

function HandoverBand({ handover, button, takeOver, takeBack }: HandoverBandProps) {
  const { from, to, note, reader } = handover;
  const title = {
    giver: `You handed this over to ${to}.`,
    receiver: `${from} handed this over to you.`,
    other: `${from} handed this over to ${to}.`,
  }[reader ?? "other"];
  const acts = {
    giver: button("Take it back", takeBack),
    receiver: button("Give it back", takeBack),
    other: takeOver,
  }[reader ?? "other"];
  return (
    <Reason tone="info" icon="hand-over" title={title} actions={acts}>
      {note && `“${note}”`}
    </Reason>
  );
}

/** That others see who reads this draft now. */
export function HeldByYou() {
  return (
    <span className="flex items-center gap-1 text-xs whitespace-nowrap text-muted">
      <Icon name="eye" size="sm" />
      Held by you
    </span>
  );
}

const LOST = "The connection broke before the answer came. Try again when it is back.";
