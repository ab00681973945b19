"use server";

import type { StoreSource } from "#lib/intake/schema";
import { storeSource } from "#lib/intake/store-source";
import { cancelRun } from "#lib/runs/cancel-run";
import { retryRun } from "#lib/runs/retry-run";
import type { CancelRun, RetryRun } from "#lib/runs/schema";
import { actionDoor } from "#lib/web/door";

/** Stores what was pasted or uploaded, and queues its run. */
export async function store(input: StoreSource) {
  return actionDoor(storeSource, input);
}

export async function cancel(input: CancelRun) {
  return actionDoor(cancelRun, input);
}

export async function retry(input: RetryRun) {
  return actionDoor(retryRun, input);
}
