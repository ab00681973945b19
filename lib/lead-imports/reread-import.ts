import { eq } from "drizzle-orm";
import { leadImportParts } from "#drizzle/schema/schema";
import { AppError } from "#lib/errors";
import type { UserCtx } from "#lib/events/context";
import { transact } from "#lib/events/transact";
import { findSteerable, moveImport } from "#lib/lead-imports/find-import";
import { ReadAgain } from "#lib/lead-imports/schema";

/**
 * Has a file read anew in an encoding and with a separator that a person chose, because those that were found are wrong.
 * `conflict` where somebody went on with it meanwhile.
 */
export async function rereadImport(ctx: UserCtx, input: ReadAgain): Promise<void> {
  const { importId, encoding, delimiter } = ReadAgain.parse(input);
  return transact(ctx, async ({ tx, record, enqueue }) => {
    const { attempt } = await findSteerable(ctx, tx, importId);
    if ((await tx.$count(leadImportParts, eq(leadImportParts.importId, importId))) === 0)
      throw new AppError(
        "conflict",
        "The bytes of this file are not kept any more. Discard it, and choose it again.",
      );
    const anew = { encoding, delimiter, attempt: 0, rows: 0, reason: null };
    await moveImport(tx, { id: importId, attempt }, "reading", anew);
    record({ kind: "lead_import.read_again", subjectId: importId, data: {} });
    enqueue({ kind: "lead_import", id: importId });
  });
}
