"use server";

import { discardImport } from "#lib/lead-imports/discard-import";
import { getImportPreview } from "#lib/lead-imports/preview";
import { rereadImport } from "#lib/lead-imports/reread-import";
import type { DiscardImport, ReadAgain, StartImport } from "#lib/lead-imports/schema";
import { startImport } from "#lib/lead-imports/start-import";
import type { ImportPreview } from "#lib/lead-imports/view";
import { actionDoor, type Outcome, settle } from "#lib/web/door";
import { requireUser } from "#lib/web/session";

export async function start(input: StartImport): Promise<Outcome<void>> {
  return actionDoor(startImport, input);
}

export async function readAgain(input: ReadAgain): Promise<Outcome<void>> {
  return actionDoor(rereadImport, input);
}

export async function discard(input: DiscardImport): Promise<Outcome<void>> {
  return actionDoor(discardImport, input);
}

export async function preview(input: StartImport): Promise<Outcome<ImportPreview>> {
  const ctx = await requireUser();
  return settle(() => getImportPreview(ctx, input));
}
