import { and, eq, isNull } from "drizzle-orm";
import { leadImportParts, leadImports } from "#drizzle/schema/schema";
import { inTransaction } from "#lib/db/store";
import { AppError } from "#lib/errors";
import type { UserCtx } from "#lib/events/context";
import { UPLOAD_PAUSE_MS } from "#lib/lead-imports/begin-import";
import { findImport } from "#lib/lead-imports/find-import";
import { PART_BYTES } from "#lib/lead-imports/limits";
import { AddPart } from "#lib/lead-imports/schema";

/**
 * Takes the next part of a file; with the last one the worker has it. A part that arrived already is passed over, so that
 * a browser that got no answer may send it again. It has no event: that a file comes in was told when it began.
 */
export async function addPart(ctx: UserCtx, input: AddPart): Promise<{ parts: number; whole: boolean }> {
  const { importId, number, bytes } = AddPart.parse(input);
  return inTransaction(ctx.store, async (tx) => {
    const { createdBy, state, size, parts, uploadedAt } = await findImport(tx, importId);
    if (createdBy !== ctx.actor.id) throw new AppError("forbidden", "Somebody else is sending this file.");
    if (state !== "reading") throw broken("The import was discarded or has gone on.");
    if (uploadedAt || number < parts) return { parts, whole: uploadedAt !== null };
    const expected = Math.min(PART_BYTES, size - number * PART_BYTES);
    if (number > parts || bytes.length !== expected) throw broken("The file changed while it was sent.");
    const whole = (number + 1) * PART_BYTES >= size;
    const now = ctx.now();
    const [row] = await tx
      .update(leadImports)
      .set({
        parts: number + 1,
        uploadedAt: whole ? now : null,
        leaseUntil: whole ? null : new Date(now.getTime() + UPLOAD_PAUSE_MS),
      })
      .where(
        and(
          eq(leadImports.id, importId),
          eq(leadImports.state, "reading"),
          eq(leadImports.parts, number),
          isNull(leadImports.uploadedAt),
        ),
      )
      .returning({ id: leadImports.id });
    if (!row) throw broken("The same file arrived twice at once.");
    await tx
      .insert(leadImportParts)
      .values({ importId, number, bytes: Buffer.from(bytes).toString("base64") });
    if (whole) await ctx.queue.send(tx, { kind: "lead_import", id: importId });
    return { parts: number + 1, whole };
  });
}

function broken(why: string): AppError {
  return new AppError("conflict", `${why} Choose the file again.`);
}
