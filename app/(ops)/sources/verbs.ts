"use server";

import { redirect } from "next/navigation";
import { deleteSource } from "#lib/custody/delete-source";
import { redactSource } from "#lib/custody/redact-source";
import type { DeleteSource, RedactSource, ShareSource } from "#lib/custody/schema";
import { shareSource } from "#lib/custody/share-source";
import type { StoreSource } from "#lib/intake/schema";
import { storeSource } from "#lib/intake/store-source";
import { cancelRun } from "#lib/runs/cancel-run";
import { retryRun } from "#lib/runs/retry-run";
import type { CancelRun, RetryRun } from "#lib/runs/schema";
import { actionDoor, type Outcome } from "#lib/web/door";

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

/** Deletes a source, and goes on where its page was reached from: to the runs. */
export async function remove(input: DeleteSource): Promise<Outcome<unknown>> {
  const outcome = await actionDoor(deleteSource, input);
  if (outcome.ok) redirect("/runs");
  return outcome;
}

export async function redact(input: RedactSource) {
  return actionDoor(redactSource, input);
}

export async function share(input: ShareSource) {
  return actionDoor(shareSource, input);
}
