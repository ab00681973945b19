import { and, eq, inArray } from "drizzle-orm";
import type { ImportState } from "#drizzle/schema/leads";
import { leadImports } from "#drizzle/schema/schema";
import type { Database, Tx } from "#lib/db/store";
import { AppError } from "#lib/errors";
import type { Ctx } from "#lib/events/context";
import { statesBefore } from "#lib/events/transitions";
import { canSteerImport } from "#lib/lead-imports/policy";
import { IMPORT_TRANSITIONS } from "#lib/lead-imports/states";

export type ImportRow = typeof leadImports.$inferSelect;

/** An import by its id; `not_found` where there is none. Everybody may see all of them, as all leads. */
export async function findImport(db: Database | Tx, importId: string): Promise<ImportRow> {
  const [row] = await db.select().from(leadImports).where(eq(leadImports.id, importId));
  if (!row) throw new AppError("not_found", "There is no such import.");
  return row;
}

/** The same for whoever may go on with it; `forbidden` for others. */
export async function findSteerable(ctx: Ctx, db: Database | Tx, importId: string): Promise<ImportRow> {
  const row = await findImport(db, importId);
  if (!canSteerImport(ctx.actor, row))
    throw new AppError("forbidden", "Only who brought the file in, leaders and admins may do that.");
  return row;
}

type Fence = { id: string; attempt?: number };
type Columns = Partial<Omit<typeof leadImports.$inferInsert, "id" | "state">>;

/** Moves an import to a state if it may go there and is still at this attempt (when given); else a `conflict`. */
export async function moveImport(
  tx: Tx,
  { id, attempt }: Fence,
  state: ImportState,
  columns: Columns = {},
): Promise<ImportRow> {
  const [row] = await tx
    .update(leadImports)
    .set({ leaseUntil: null, ...columns, state })
    .where(
      and(
        eq(leadImports.id, id),
        inArray(leadImports.state, statesBefore(IMPORT_TRANSITIONS, state)),
        attempt === undefined ? undefined : eq(leadImports.attempt, attempt),
      ),
    )
    .returning();
  if (!row) throw new AppError("conflict", "The import has gone on in the meantime.");
  return row;
}
