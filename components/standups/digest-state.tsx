"use client";

import { useState, useTransition } from "react";
import { reach } from "#components/shell/reach";
import { Button } from "#components/ui/button";
import { FormError } from "#components/ui/form-error";
import { LinkButton } from "#components/ui/link-button";
import { StateWord } from "#components/ui/state-word";
import { formatTime } from "#lib/format/moments";
import type { StandupDay } from "#lib/standups/day-queries";
import type { Outcome } from "#lib/web/door";

export type WriteNowVerb = (digest: { teamId: string; day: string }) => Promise<Outcome<{ runId: string }>>;

type DigestStateProps = { day: StandupDay; timeZone: string; writeNow: WriteNowVerb };

/** What became of a day's digest, and what one can do about it. */
export function DigestState({ day, timeZone, writeNow }: DigestStateProps) {
  const { digest } = day;
  return (
    <div className="flex flex-wrap items-center gap-3 py-3">
      {digest ? <Written digest={digest} /> : <ToCome day={day} timeZone={timeZone} writeNow={writeNow} />}
    </div>
  );
}

function Written({
  digest: { runId, runState, draftId, draftState },
}: {
  digest: NonNullable<StandupDay["digest"]>;
}) {
  if (draftId && draftState === "approved")
    return (
      <>
        <StateWord state="done">The digest is approved</StateWord>
        <LinkButton href={`/reviews/${draftId}`} size="sm">
          Open the digest
        </LinkButton>
      </>
    );
  if (draftId && draftState === "pending")
    return (
      <>
        <StateWord state="waiting">The digest waits for a decision</StateWord>
        <LinkButton href={`/reviews/${draftId}`} size="sm" tone="offer">
          Review
        </LinkButton>
      </>
    );
  if (draftId)
    return (
      <>
        <StateWord state="unmatched">The digest was rejected</StateWord>
        <LinkButton href={`/reviews/${draftId}`} size="sm">
          Open it
        </LinkButton>
      </>
    );
  const stopped = runState === "failed" || runState === "held" || runState === "cancelled";
  return (
    <>
      <StateWord state={stopped ? "blocked" : "waiting"}>
        {stopped ? "The digest wasn’t written" : "The digest is being written"}
      </StateWord>
      <LinkButton href={`/runs/${runId}`} size="sm">
        Open the run
      </LinkButton>
    </>
  );
}

function ToCome({ day, timeZone, writeNow }: DigestStateProps) {
  const [error, setError] = useState<string | null>(null);
  const [pending, start] = useTransition();
  const wrote = day.people.filter(({ update }) => update).length;
  const now = () =>
    start(async () => {
      const outcome = await reach(() => writeNow({ teamId: day.team.id, day: day.day }));
      setError(outcome.ok ? null : outcome.message);
    });
  return (
    <>
      <span className="text-muted">{sentenceOf(day, timeZone)}</span>
      {day.mayRun && day.active && day.state === "open" && (day.dueAt || day.missed) && wrote > 0 && (
        <Button size="sm" pending={pending} onClick={now}>
          Write the digest now
        </Button>
      )}
      <FormError>{error}</FormError>
    </>
  );
}

function sentenceOf({ state, reason, dueAt, active, missed }: StandupDay, timeZone: string): string {
  if (state === "skipped") return `No digest was written. ${reason ?? ""}`.trim();
  if (!active) return "The team holds no stand-up at present.";
  if (missed) return "Its hour had passed already, so no digest comes by itself today.";
  if (!dueAt) return "The digest of this day isn’t due yet.";
  return `The digest is written at ${formatTime(new Date(dueAt), timeZone)}.`;
}
