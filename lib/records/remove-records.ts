import { and, eq, ne } from "drizzle-orm";
import { actions, decisions, documents, promises, questions } from "#drizzle/schema/schema";
import type { Tx } from "#lib/db/store";
import { AppError } from "#lib/errors";

const TABLES = [actions, questions, decisions, promises, documents];

/** Takes back what an approval made. `conflict` where somebody has worked with one of the records since. */
export async function removeRecords(tx: Tx, draftId: string): Promise<void> {
  for (const table of TABLES) {
    const [touched] = await tx
      .select({ id: table.id })
      .from(table)
      .where(and(eq(table.draftId, draftId), ne(table.version, 1)))
      .for("update")
      .limit(1);
    if (touched) {
      throw new AppError(
        "conflict",
        "Somebody has worked with what this approval made, so it stays. Change or cancel the records one by one.",
      );
    }
    await tx.delete(table).where(eq(table.draftId, draftId));
  }
}

/** Deletes what an approval made, whoever has worked with it since: what it was made from is deleted too. */
export async function dropRecords(tx: Tx, draftId: string): Promise<void> {
  for (const table of TABLES) await tx.delete(table).where(eq(table.draftId, draftId));
}
