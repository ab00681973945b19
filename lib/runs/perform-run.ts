import { ignoreConflict, isAppError } from "#lib/errors";
import type { Ctx, Ports } from "#lib/events/context";
import { failpoint } from "#lib/events/failpoint";
import { type Grounded, ground } from "#lib/grounding/ground";
import type { Proposal } from "#lib/grounding/statement";
import { askingAgain } from "#lib/runs/ask-again";
import { type ClaimedRun, claimRun } from "#lib/runs/claim-run";
import { endRunInDraft } from "#lib/runs/end-in-draft";
import { endRunInError } from "#lib/runs/end-in-error";
import { heldOverBudget } from "#lib/runs/hold-over-budget";
import { readWriterInput, withElsewhere } from "#lib/runs/input";
import { holdLease } from "#lib/runs/lease";
import { startChecking } from "#lib/runs/start-checking";
import type { Workflow, Writer, WriterInput } from "#lib/workflows/define";
import { getWorkflow } from "#lib/workflows/registry";

/** Makes the writer of one run. The composition root knows the key; `signal` is aborted when the run is cancelled. */
export type MakeWriter = (run: ClaimedRun, signal: AbortSignal, input: WriterInput) => Writer;
/** Checks a proposal against its sources. */
export type Check = (
  workflow: Workflow,
  input: WriterInput,
  proposal: Proposal,
) => Grounded | Promise<Grounded>;

const checkHere: Check = (workflow, input, proposal) => ground(input, proposal, workflow.sections);

/**
 * Takes a queued run to a draft: claim, write, check, propose. Somebody else's run, and one that was cancelled on
 * the way, is left alone. No transaction is open while the writer works.
 */
export async function performRun(
  ports: Ports,
  makeWriter: MakeWriter,
  runId: string,
  stop?: AbortSignal,
  check = checkHere,
): Promise<void> {
  failpoint("entry.taken");
  const ctx: Ctx = { ...ports, actor: { kind: "system" } };
  const run = await claimRun(ctx, runId).catch(ignoreConflict);
  if (!run || (await heldOverBudget(ctx, run))) return;
  const lease = holdLease(ctx, run, stop);
  try {
    const workflow = getWorkflow(run.workflow);
    const given = await readWriterInput(ctx, run);
    const writer = await askingAgain(ctx, run.id, makeWriter(run, lease.signal, given));
    const proposal = await workflow.write(given, writer);
    await startChecking(ctx, run);
    const input = await withElsewhere(ctx, workflow, given, proposal);
    const grounded = await check(workflow, input, proposal);
    failpoint("run.grounded");
    await endRunInDraft(ctx, run, input, grounded);
  } catch (error) {
    if (lease.signal.aborted) await lease.giveBack();
    else if (!isAppError(error, "conflict")) await endRunInError(ctx, run, error).catch(ignoreConflict);
  } finally {
    lease.end();
  }
}
