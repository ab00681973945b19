"use client";

import { useState, useTransition } from "react";
import { RefusalText } from "#components/auth/refusal-text";
import { reach } from "#components/shell/reach";
import { Button } from "#components/ui/button";
import { ConfirmDialog } from "#components/ui/confirm-dialog";
import type { RunInFull } from "#lib/runs/queries";
import type { CancelRun, RetryRun } from "#lib/runs/schema";
import type { Outcome } from "#lib/web/door";
import type { Refusal } from "#lib/web/refusal";

/** What pages can do with a run. */
export type RunVerbs = {
  cancel: (input: CancelRun) => Promise<Outcome<void>>;
  retry: (input: RetryRun) => Promise<Outcome<void>>;
};

type RunButtonsProps = {
  run: Pick<RunInFull, "id" | "writer" | "mayCancel" | "mayRetry">;
  verbs: RunVerbs;
};

/** The buttons of a run: start it again, have the rules write it, or stop it. */
export function RunButtons({ run, verbs }: RunButtonsProps) {
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [asking, setAsking] = useState(false);
  const [pending, start] = useTransition();
  const send = (act: () => Promise<Outcome<void>>) =>
    start(async () => {
      const outcome = await reach(act);
      setRefusal(outcome.ok ? null : outcome);
      setAsking(false);
    });
  const { id: runId } = run;
  return (
    <div className="mb-2 flex flex-col gap-2">
      <div className="flex flex-wrap items-center gap-2 empty:hidden">
        {run.mayRetry && (
          <Button tone="primary" pending={pending} onClick={() => send(() => verbs.retry({ runId }))}>
            Run again
          </Button>
        )}
        {run.mayRetry && run.writer === "claude" && (
          <Button pending={pending} onClick={() => send(() => verbs.retry({ runId, writer: "rules" }))}>
            Write with the rules
          </Button>
        )}
        {run.mayCancel && (
          <Button tone={run.mayRetry ? "quiet" : "default"} pending={pending} onClick={() => setAsking(true)}>
            Stop the run
          </Button>
        )}
      </div>
      <RefusalText refusal={refusal} />
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title="Stop the run?"
        confirm="Stop the run"
        cancel="Let it go on"
        pending={pending}
        onConfirm={() => send(() => verbs.cancel({ runId }))}
      >
        No draft will come of it. The source stays, and the run can be started again.
      </ConfirmDialog>
    </div>
  );
}
