import { leadImports } from "#drizzle/schema/schema";
import { newId } from "#lib/db/ids";
import { AppError } from "#lib/errors";
import type { UserCtx } from "#lib/events/context";
import { transact } from "#lib/events/transact";
import { canImportLeads } from "#lib/lead-imports/policy";
import { BeginImport } from "#lib/lead-imports/schema";

/** How long an upload may pause before it is taken to have broken off. */
export const UPLOAD_PAUSE_MS = 15 * 60_000;

/** Opens an import for a file, whose bytes follow in parts. */
export async function beginImport(ctx: UserCtx, input: BeginImport): Promise<{ importId: string }> {
  const { fileName, size } = BeginImport.parse(input);
  if (!canImportLeads(ctx.actor))
    throw new AppError("forbidden", "Viewers read. Ask an admin for another role.");
  const id = newId("imp", ctx.now());
  return transact(ctx, async ({ tx, record }) => {
    await tx.insert(leadImports).values({
      id,
      fileName,
      size,
      state: "reading",
      encoding: "",
      delimiter: "",
      columns: [],
      mapping: [],
      leaseUntil: new Date(ctx.now().getTime() + UPLOAD_PAUSE_MS),
      createdBy: ctx.actor.id,
      createdAt: ctx.now(),
    });
    record({ kind: "lead_import.begun", subjectId: id, data: {} });
    return { importId: id };
  });
}
