import { ignoreConflict, isAppError } from "#lib/errors";
import type { Ctx, Ports } from "#lib/events/context";
import { endImport } from "#lib/lead-imports/discard-import";
import { type ClaimedImport, claimImport, giveBack } from "#lib/lead-imports/lease";
import { lookThrough } from "#lib/lead-imports/look-through";
import { mergeImport } from "#lib/lead-imports/merge-import";
import { readRows } from "#lib/lead-imports/read-rows";

/** An import that was taken up this often probably takes its worker down with it. */
const MOST_ATTEMPTS = 8;

/**
 * Brings an import one step further: reads a file that has arrived, or makes leads of its rows. Whatever it was
 * interrupted in it goes on with; one that was discarded meanwhile it leaves.
 */
export async function performImport(
  ports: Ports,
  importId: string,
  stop = new AbortController().signal,
): Promise<void> {
  const ctx: Ctx = { ...ports, actor: { kind: "system" } };
  const claimed = await claimImport(ctx, importId);
  if (!claimed) return;
  try {
    await perform(ctx, claimed, stop);
  } catch (error) {
    if (stop.aborted) return giveBack(ctx, claimed);
    if (isAppError(error, "invalid")) return fail(ctx, claimed, error.message);
    ignoreConflict(error);
  }
}

async function perform(ctx: Ctx, claimed: ClaimedImport, stop: AbortSignal): Promise<void> {
  if (claimed.attempt > MOST_ATTEMPTS)
    return fail(
      ctx,
      claimed,
      "The worker stopped several times over this file. Nothing of it was taken. Split it, and try the parts.",
    );
  if (claimed.state === "reading") return readRows(ctx, claimed, stop);
  await lookThrough(ctx, claimed, stop);
  await mergeImport(ctx, claimed);
}

function fail(ctx: Ctx, { id, attempt }: ClaimedImport, reason: string): Promise<void> {
  return endImport(ctx, id, "failed", reason, attempt).catch(ignoreConflict) as Promise<void>;
}
