"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState, useTransition } from "react";
import { Step } from "#components/intake/step";
import { stepsOf } from "#components/intake/steps";
import { reach } from "#components/shell/reach";
import { Button } from "#components/ui/button";
import { FormError } from "#components/ui/form-error";
import { Icon } from "#components/ui/icon";
import { LinkButton } from "#components/ui/link-button";
import { Reason } from "#components/ui/reason";
import type { RunProgress as Run } from "#lib/runs/progress-queries";
import type { CancelRun, RetryRun } from "#lib/runs/schema";
import type { Outcome } from "#lib/web/door";

export type StoredFacts = { lines: number; words: number; seenBy: string; createdAt: string };

type RunProgressProps = {
  run: Run;
  source: StoredFacts;
  /** What the draft holds, once it is there: "3 decisions, 4 actions". */
  found: string | null;
  timeZone: string;
  cancel: (input: CancelRun) => Promise<Outcome<void>>;
  retry: (input: RetryRun) => Promise<Outcome<void>>;
};

/** How far a source is on its way to a draft, step by step, with a way to stop it and to try again. */
export function RunProgress({ run, source, found, timeZone, cancel, retry }: RunProgressProps) {
  const router = useRouter();
  const [error, setError] = useState<string | null>(null);
  const [acting, startActing] = useTransition();
  const [openWhenReady, setOpenWhenReady] = useState(false);
  const active = run.state === "queued" || run.state === "writing" || run.state === "checking";

  function act(verb: () => Promise<Outcome<void>>) {
    setError(null);
    startActing(async () => {
      const outcome = await reach(verb);
      if (!outcome.ok) setError(outcome.message);
    });
  }

  const wanted = openWhenReady ? run.draftId : null;
  useEffect(() => {
    if (wanted) router.push(`/reviews/${wanted}`);
  }, [wanted, router]);

  return (
    <section aria-label="Progress" className="flex flex-col">
      <ol className="border-t">
        {stepsOf(run, source, found, timeZone).map((step) => (
          <Step key={step.title} {...step} />
        ))}
      </ol>
      <p role="status" className="sr-only">
        {SPOKEN[run.state]}
      </p>
      {run.error && !active && (
        <Stopped
          run={run}
          pending={acting}
          onRetry={(writer) => act(() => retry({ runId: run.id, writer }))}
        />
      )}
      <FormError>{error}</FormError>
      <div className="mt-4 flex flex-wrap items-center gap-2 text-xs text-muted">
        {active && (
          <>
            <Icon name="lock" size="sm" />
            <span className="mr-auto">You can leave this page. The draft will wait in Reviews.</span>
            <Button kbd="Enter" pending={openWhenReady} onClick={() => setOpenWhenReady(true)}>
              Open when ready
            </Button>
            {run.maySteer && (
              <Button tone="quiet" pending={acting} onClick={() => act(() => cancel({ runId: run.id }))}>
                Stop
              </Button>
            )}
          </>
        )}
        {run.state === "cancelled" && run.maySteer && (
          <Button pending={acting} onClick={() => act(() => retry({ runId: run.id }))}>
            Write it after all
          </Button>
        )}
        {run.draftId && (
          <LinkButton href={`/reviews/${run.draftId}`} tone="primary" kbd="Enter">
            Open the draft
          </LinkButton>
        )}
      </div>
    </section>
  );
}

const SPOKEN: Record<Run["state"], string> = {
  queued: "Stored. Waiting to be written.",
  writing: "The draft is being written.",
  checking: "The quotes are being checked.",
  done: "The draft is ready to review.",
  failed: "The run failed. The source is stored.",
  held: "The run is held. The source is stored.",
  cancelled: "The run was stopped. The source is stored.",
};

type StoppedProps = { run: Run; pending: boolean; onRetry: (writer?: "rules") => void };

function Stopped({ run, pending, onRetry }: StoppedProps) {
  return (
    <div className="mt-4">
      <Reason
        tone={run.state === "held" ? "warn" : "block"}
        title={run.state === "held" ? "The run is held." : "No draft came of this run."}
        actions={
          run.maySteer && (
            <>
              <Button pending={pending} onClick={() => onRetry()}>
                Try again
              </Button>
              {run.writer === "claude" && (
                <Button tone="quiet" pending={pending} onClick={() => onRetry("rules")}>
                  Write with the rules
                </Button>
              )}
            </>
          )
        }
      >
        {run.error?.sentence}
        {run.error?.requestId && (
          <span className="block text-xs text-faint">request {run.error.requestId}</span>
        )}
      </Reason>
    </div>
  );
}
