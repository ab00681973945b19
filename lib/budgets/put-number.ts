import { and, eq } from "drizzle-orm";
import type { baselines, budgets } from "#drizzle/schema/schema";
import type { Tx } from "#lib/db/store";
import { AppError } from "#lib/errors";

type Seen = { workflow: string; version: number };

/**
 * Writes what was set for a workflow, or takes it away where `row` is null, and returns its new version: 0 for none.
 * `conflict` where it is not at the version that was seen any more.
 */
export async function putNumber(
  tx: Tx,
  table: typeof budgets | typeof baselines,
  { workflow, version }: Seen,
  row: Record<string, unknown> | null,
): Promise<number> {
  const seen = and(eq(table.workflow, workflow), eq(table.version, version));
  const done = { version: table.version };
  // Both tables have the same columns but for the number, which the caller names.
  const values = { ...row, workflow } as never;
  const rows =
    row === null
      ? await tx.delete(table).where(seen).returning(done)
      : version === 0
        ? await tx.insert(table).values(values).onConflictDoNothing().returning(done)
        : await tx
            .update(table)
            .set({ ...row, version: version + 1 } as never)
            .where(seen)
            .returning(done);
  if (rows.length === 0)
    throw new AppError("conflict", "Somebody else changed this in the meantime. The page now shows theirs.");
  return row === null ? 0 : version + 1;
}
