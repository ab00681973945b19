"use client";

import { useState, useTransition } from "react";
import { RefusalText } from "#components/auth/refusal-text";
import { reach } from "#components/shell/reach";
import { Button } from "#components/ui/button";
import type { Outcome } from "#lib/web/door";

type TryConnectionProps = {
  check: () => Promise<Outcome<unknown>>;
  /** What is said where nothing is wrong. */
  fine: string;
};

/** Tries what is connected, and says what came of it. */
export function TryConnection({ check, fine }: TryConnectionProps) {
  const [outcome, setOutcome] = useState<Outcome<unknown> | null>(null);
  const [pending, start] = useTransition();
  const tried = outcome?.ok ? (outcome.value as { trouble: string | null }) : null;
  return (
    <>
      <Button pending={pending} onClick={() => start(async () => setOutcome(await reach(check)))}>
        Try the connection
      </Button>
      <RefusalText refusal={outcome && !outcome.ok ? outcome : null} />
      <span role="status" className="text-muted">
        {tried && !pending && (tried.trouble ?? fine)}
      </span>
    </>
  );
}
