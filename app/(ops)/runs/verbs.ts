"use server";

import { cancelRun } from "#lib/runs/cancel-run";
import { retryRun } from "#lib/runs/retry-run";
import type { CancelRun, RetryRun } from "#lib/runs/schema";
import { actionDoor, type Outcome } from "#lib/web/door";

export async function cancel(input: CancelRun): Promise<Outcome<void>> {
  return actionDoor(cancelRun, input);
}

export async function retry(input: RetryRun): Promise<Outcome<void>> {
  return actionDoor(retryRun, input);
}
