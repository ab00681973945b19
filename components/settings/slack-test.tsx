"use client";

import { useState, useTransition } from "react";
import { RefusalText } from "#components/auth/refusal-text";
import { reach } from "#components/shell/reach";
import { Button } from "#components/ui/button";
import type { Outcome } from "#lib/web/door";

/** Posts a fixed sentence to a channel, and says what came of it. */
export function SlackTest({ act, name }: { act: () => Promise<Outcome<unknown>>; name: string }) {
  const [outcome, setOutcome] = useState<Outcome<unknown> | null>(null);
  const [pending, start] = useTransition();
  return (
    <>
      <RefusalText refusal={outcome && !outcome.ok ? outcome : null} />
      <span role="status" className="text-xs text-muted">
        {outcome?.ok && !pending ? "Posted." : ""}
      </span>
      <Button
        size="sm"
        aria-label={`Post a test to #${name}`}
        pending={pending}
        onClick={() => start(async () => setOutcome(await reach(act)))}
      >
        Post a test
      </Button>
    </>
  );
}
