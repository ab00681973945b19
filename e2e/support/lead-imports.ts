import type { Ctx, UserCtx } from "#lib/events/context";
import { addPart } from "#lib/lead-imports/add-part";
import { beginImport } from "#lib/lead-imports/begin-import";
import { findImport } from "#lib/lead-imports/find-import";
import { PART_BYTES } from "#lib/lead-imports/limits";
import { performImport } from "#lib/lead-imports/perform-import";
import { startImport } from "#lib/lead-imports/start-import";

/** Sends a file part by part, as the page does. Nobody has read it yet. */
export async function sendLeadFile(
  ctx: UserCtx,
  file: string | Buffer,
  fileName = "leads.csv",
): Promise<string> {
  const bytes = Buffer.from(file);
  const { importId } = await beginImport(ctx, { fileName, size: bytes.length });
  for (let number = 0; number * PART_BYTES < bytes.length; number++) {
    const from = number * PART_BYTES;
    await addPart(ctx, { importId, number, bytes: bytes.subarray(from, from + PART_BYTES) });
  }
  return importId;
}

/** The same, and the worker reads it: it waits for somebody to say what its columns are. */
export async function readLeadFile(ctx: UserCtx, file: string | Buffer, fileName?: string): Promise<string> {
  const importId = await sendLeadFile(ctx, file, fileName);
  await performImport(workerOf(ctx), importId);
  return importId;
}

/** Goes on with what was guessed of the columns. */
export async function startGuessed(
  ctx: UserCtx,
  importId: string,
  ownerId: string | null = null,
): Promise<void> {
  const { mapping } = await findImport(ctx.store.raw, importId);
  await startImport(ctx, { importId, mapping: mapping as never, ownerId, currency: "CAD" });
}

/** All of it: the file's leads are there. Returns what became of the rows. */
export async function importLeads(ctx: UserCtx, file: string | Buffer, fileName?: string) {
  const importId = await readLeadFile(ctx, file, fileName);
  await startGuessed(ctx, importId);
  await performImport(workerOf(ctx), importId);
  return findImport(ctx.store.raw, importId);
}

function workerOf(ctx: UserCtx): Ctx {
  return { ...ctx, actor: { kind: "system" } };
}
