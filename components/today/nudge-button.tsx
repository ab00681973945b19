"use client";

import { useState, useTransition } from "react";
import { announce } from "#components/shell/live-region";
import { reach } from "#components/shell/reach";
import { useNudge } from "#components/today/nudge-verb";
import { Button } from "#components/ui/button";
import type { Nudged } from "#lib/attention/schema";

type NudgeButtonProps = { of: Nudged; id: string; about: string; done: boolean };

/** Reminds whoever something belongs to, once a day. */
export function NudgeButton({ of, id, about, done }: NudgeButtonProps) {
  const nudge = useNudge();
  const [refused, setRefused] = useState<string | null>(null);
  const [sent, setSent] = useState(false);
  const [pending, start] = useTransition();
  const send = () =>
    start(async () => {
      const outcome = await reach(() => nudge({ of, id }));
      setSent(outcome.ok);
      setRefused(outcome.ok ? null : outcome.message);
      announce(outcome.ok ? "Reminded." : outcome.message);
    });
  if (done || sent) return <span className="pr-2 text-xs text-faint">Reminded</span>;
  if (refused)
    return (
      <span title={refused} className="pr-2 text-xs text-warn-text">
        Not reminded
      </span>
    );
  return (
    <Button tone="offer" size="sm" pending={pending} aria-label={`Nudge: ${about}`} onClick={send}>
      Nudge
    </Button>
  );
}
