import { eq } from "drizzle-orm";
import { leadImportParts } from "#drizzle/schema/schema";
import { AppError } from "#lib/errors";
import type { UserCtx } from "#lib/events/context";
import { transact } from "#lib/events/transact";
import { findSteerable, moveImport } from "#lib/lead-imports/find-import";
import { StartImport } from "#lib/lead-imports/schema";
import { refuseUnfitOwner } from "#lib/leads/owner";

/** Lets the worker make leads of a file’s rows, with what each column is. `conflict` where somebody did or discarded it. */
export async function startImport(ctx: UserCtx, input: StartImport): Promise<void> {
  const { importId, mapping, ownerId, currency } = StartImport.parse(input);
  return transact(ctx, async ({ tx, record, enqueue }) => {
    const { columns, rows, attempt } = await findSteerable(ctx, tx, importId);
    if (mapping.length !== columns.length)
      throw new AppError("invalid", "The file has other columns by now. Load the page again.");
    await refuseUnfitOwner(tx, ownerId);
    await moveImport(tx, { id: importId, attempt }, "importing", { mapping, ownerId, currency, attempt: 0 });
    await tx.delete(leadImportParts).where(eq(leadImportParts.importId, importId));
    record({ kind: "lead_import.started", subjectId: importId, data: { rows } });
    enqueue({ kind: "lead_import", id: importId });
  });
}
