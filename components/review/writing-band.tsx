"use client";

import { useEffect, useState } from "react";
import { useDesk } from "#components/review/desk-context";
import { Button } from "#components/ui/button";
import { Reason } from "#components/ui/reason";
import type { DeskTry, DeskWriting } from "#lib/drafts/view";

const doing: Record<DeskWriting["state"], string> = {
  queued: "It waits for its turn.",
  writing: "The source is being read and written about.",
  checking: "Each quote is being looked up in the source.",
};

export type WritingBandProps = { writing: DeskWriting; onStop: () => void };
export type TryBandProps = { last: DeskTry; onClose: () => void };

/** The draft is being written again: how far, for whom, and a way to stop it. */
export function WritingBand({ writing, onStop }: WritingBandProps) {
  const { statements } = useDesk();
  const seconds = useSecondsSince(writing.at);
  const one = statements.find(({ id }) => id === writing.statementId);
  const who = writing.writer === "claude" ? "Claude is" : "The built-in rules are";
  return (
    <section aria-label="Writing again">
      <Reason
        tone="info"
        icon="refresh"
        title={`${who} writing ${one ? `“${one.text}”` : "this draft"} again.`}
        actions={
          writing.mayStop && (
            <Button size="sm" onClick={onStop}>
              Stop
            </Button>
          )
        }
      >
        <span role="status">
          {writing.by} asked for it. {doing[writing.state]}
        </span>{" "}
        You can go on here: what you change stays.{" "}
        <span aria-hidden="true" className="tabular-nums">
          {seconds} s
        </span>
      </Reason>
    </section>
  );
}

/** It was to be written again and nothing came of it. */
export function TryBand({ last, onClose }: TryBandProps) {
  return (
    <div role="alert">
      <Reason
        tone="warn"
        title="It was not written again."
        actions={
          <Button size="sm" tone="quiet" onClick={onClose}>
            Close
          </Button>
        }
      >
        {last.sentence}
      </Reason>
    </div>
  );
}

function useSecondsSince(at: string): number {
  const [now, setNow] = useState(() => Date.parse(at));
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  return Math.max(0, Math.round((now - Date.parse(at)) / 1000));
}
