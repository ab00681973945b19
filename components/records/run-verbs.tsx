import { ActButton } from "#components/settings/act-button";
import type { RunInFull } from "#lib/runs/queries";
import type { CancelRun, RetryRun } from "#lib/runs/schema";
import type { Outcome } from "#lib/web/door";

/** What pages can do with a run. */
export type RunVerbs = {
  cancel: (input: CancelRun) => Promise<Outcome<void>>;
  retry: (input: RetryRun) => Promise<Outcome<void>>;
};

/** The buttons of a run: stop it, run it again, or have the rules write it. */
export function RunButtons({ run, verbs }: { run: RunInFull; verbs: RunVerbs }) {
  const { id: runId } = run;
  return (
    <>
      {run.mayRetry && <ActButton label="Run again" act={verbs.retry.bind(null, { runId })} />}
      {run.mayRetry && run.writer === "claude" && (
        <ActButton label="Write with the rules" act={verbs.retry.bind(null, { runId, writer: "rules" })} />
      )}
      {run.mayCancel && (
        <ActButton
          label="Stop the run"
          act={verbs.cancel.bind(null, { runId })}
          consequence="No draft will come of it. The source stays, and the run can be started again."
        />
      )}
    </>
  );
}
