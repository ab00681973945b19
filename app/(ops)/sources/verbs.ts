"use server";

import { redirect } from "next/navigation";
import { deleteSource } from "#lib/custody/delete-source";
import { redactSource } from "#lib/custody/redact-source";
import { previewRedaction, type RedactionPreview } from "#lib/custody/redaction-queries";
import type { DeleteSource, PreviewRedaction, RedactSource, ShareSource } from "#lib/custody/schema";
import { shareSource } from "#lib/custody/share-source";
import type { StoreSource } from "#lib/intake/schema";
import { storeSource } from "#lib/intake/store-source";
import { cancelRun } from "#lib/runs/cancel-run";
import { retryRun } from "#lib/runs/retry-run";
import type { CancelRun, RetryRun } from "#lib/runs/schema";
import { correctSource } from "#lib/sources/correct-source";
import type { CorrectSource } from "#lib/sources/schema";
import { actionDoor, type Outcome, settle } from "#lib/web/door";
import { requireUser } from "#lib/web/session";

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

/** Tells what taking words out would touch. */
export async function look(input: PreviewRedaction): Promise<Outcome<RedactionPreview>> {
  const ctx = await requireUser();
  return settle(() => previewRedaction(ctx, input));
}

export async function redact(input: RedactSource) {
  return actionDoor(redactSource, input);
}

export async function share(input: ShareSource) {
  return actionDoor(shareSource, input);
}

/** Keeps a corrected text, and goes back to the source. */
export async function correct(input: CorrectSource): Promise<Outcome<unknown>> {
  const outcome = await actionDoor(correctSource, input);
  if (outcome.ok) redirect(`/sources/${input.sourceId}`);
  return outcome;
}
