import { and, eq, inArray, sql } from "drizzle-orm";
import { runs } from "#drizzle/schema/schema";
import { reader } from "#lib/db/store";
import { describeError } from "#lib/errors";
import type { Ctx } from "#lib/events/context";
import type { ClaimedRun } from "#lib/runs/claim-run";

/** How long a run is safe from being taken over after its worker was last heard of. */
export const LEASE_MS = 30_000;
const RENEW_MS = 5_000;

/** A hold on a run. `signal` is aborted when the run was cancelled, taken over, or the process stops. */
export type Lease = { signal: AbortSignal; giveBack: () => Promise<void>; end: () => void };

/** Renews the lease while the writer works, and learns that way of a cancellation in another process. */
export function holdLease(ctx: Ctx, run: ClaimedRun, stop?: AbortSignal): Lease {
  const lost = new AbortController();
  const signal = stop ? AbortSignal.any([lost.signal, stop]) : lost.signal;
  const timer = setInterval(() => {
    renew(ctx, run).then(
      (held) => held || lost.abort(),
      (error: Error) => console.error(`Lease of ${run.id} not renewed: ${describeError(error)}`),
    );
  }, RENEW_MS);
  timer.unref();
  return {
    signal,
    giveBack: () => giveBack(ctx, run),
    end: () => clearInterval(timer),
  };
}

async function renew(ctx: Ctx, run: ClaimedRun): Promise<boolean> {
  const leaseUntil = new Date(ctx.now().getTime() + LEASE_MS);
  const rows = await reader(ctx.store)
    .update(runs)
    .set({ leaseUntil })
    .where(stillHeld(run))
    .returning({ id: runs.id });
  return rows.length > 0;
}

// A process that stops gives its lease back, so that the next sweep resumes the run, and the attempt doesn't count.
// A cancelled run is not touched.
async function giveBack(ctx: Ctx, run: ClaimedRun): Promise<void> {
  await reader(ctx.store)
    .update(runs)
    .set({ leaseUntil: null, attemptsBefore: sql`${runs.attemptsBefore} + 1` })
    .where(stillHeld(run));
}

function stillHeld(run: ClaimedRun) {
  return and(
    eq(runs.id, run.id),
    eq(runs.attempt, run.attempt),
    inArray(runs.state, ["writing", "checking"]),
  );
}
