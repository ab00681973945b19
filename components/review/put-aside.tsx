"use client";

import { useState } from "react";
import type { DeskAct } from "#components/review/decision-bar";
import { type Frame, useFrame } from "#components/review/frame";
import { HandOverDialog, SnoozeDialog } from "#components/review/later-dialogs";
import type { Problem } from "#components/review/session";
import type { Held } from "#components/review/use-hold";
import type { DeskVerbs } from "#components/review/verbs";
import { Keys } from "#components/shell/keys";
import { reach } from "#components/shell/reach";
import { OnceOpen } from "#components/ui/once-open";
import type { SnoozeDraft } from "#lib/drafts/schema";
import type { DeskDraft } from "#lib/drafts/view";

type Aside = "snooze" | "hand over";
type AsideVerbs = Pick<DeskVerbs, "snooze" | "wake" | "handOver" | "takeBack">;

/** What takes a draft out of one's hands without deciding it, and what asks for it. What another person holds is not given away. */
export function usePutAside({ other }: Held) {
  const [asking, setAsking] = useState<Aside | null>(null);
  const acts: DeskAct[] = [
    { label: "Snooze", icon: "snooze", kbd: "s", run: () => setAsking("snooze") },
    ...(other ? [] : [handOver(() => setAsking("hand over"))]),
  ];
  return { acts, asking, close: () => setAsking(null) };
}

function handOver(run: () => void): DeskAct {
  return { label: "Hand over", icon: "hand-over", kbd: "h", run };
}

type PutAsideProps = {
  draft: DeskDraft;
  verbs: AsideVerbs;
  held: Held;
  aside: ReturnType<typeof usePutAside>;
};

/** The dialogs behind it, and their keys where a button has no room. */
export function PutAside({ draft, verbs, held, aside }: PutAsideProps) {
  const frame = useFrame();
  const { acts, asking, close } = aside;
  const [snooze, handOver] = acts;
  const may = draft.state === "pending" && draft.mayReview.yes;
  return (
    <>
      <Keys scope="draft" bindings={may ? { s: snooze?.run, h: handOver?.run } : {}} />
      <OnceOpen open={asking === "snooze"}>
        <SnoozeDialog
          open={asking === "snooze"}
          title={draft.title}
          timeZone={frame.companyZone}
          onClose={close}
          onSnooze={(until, words) => {
            close();
            putOff(frame, draft, verbs, until, words);
          }}
        />
      </OnceOpen>
      <OnceOpen open={asking === "hand over"}>
        <HandOverDialog
          open={asking === "hand over"}
          title={draft.title}
          people={draft.people}
          onClose={close}
          handOver={async (toId, note) => {
            const fence = held.fence();
            // Before it is sent: the page must not ask for the hold again while the answer is on its way.
            const giveUp = held.giveAway();
            const answer = await verbs.handOver({ draftId: draft.id, toId, note, fence });
            if (!answer.ok) giveUp();
            return answer;
          }}
          onHandedOver={(to) => {
            close();
            frame.decide({
              draftId: draft.id,
              title: draft.title,
              past: `Handed over to ${to}`,
              stays: true,
              send: async () => null,
              undo: () => verbs.takeBack({ draftId: draft.id }),
            });
          }}
        />
      </OnceOpen>
    </>
  );
}

function putOff(
  frame: Frame,
  { id: draftId, title, revision, statements }: DeskDraft,
  verbs: AsideVerbs,
  until: SnoozeDraft["until"],
  words: string,
): void {
  frame.decide({
    draftId,
    title,
    past: `Snoozed until ${words}`,
    send: async () => {
      const answer = await reach(() => verbs.snooze({ draftId, until }));
      if (answer.ok) return null;
      const { message, requestId } = answer;
      return { doing: "snooze", message, requestId, before: statements, revision } satisfies Problem;
    },
    undo: () => verbs.wake({ draftId }),
  });
}
