import type { SuppressionReason } from "#drizzle/schema/consents";
import { suppressions } from "#drizzle/schema/schema";
import { newId } from "#lib/db/ids";
import type { Ctx } from "#lib/events/context";
import type { Work } from "#lib/events/transact";

type ToSuppress = { value: string; kind: "address" | "domain"; reason: SuppressionReason; note?: string };

/**
 * Puts a folded address or domain on the list that nothing is sent to, in the caller's transaction. What stands on it
 * stays as it is. Returns whether it is new there; only then it is recorded.
 */
export async function suppress(ctx: Ctx, { tx, record }: Work, toSuppress: ToSuppress): Promise<boolean> {
  const id = newId("sup", ctx.now());
  const addedBy = ctx.actor.kind === "user" ? ctx.actor.id : null;
  const [row] = await tx
    .insert(suppressions)
    .values({ id, ...toSuppress, addedBy, addedAt: ctx.now() })
    .onConflictDoNothing()
    .returning({ id: suppressions.id });
  if (!row) return false;
  record({
    kind: "suppression.added",
    subjectId: id,
    data: { kind: toSuppress.kind, reason: toSuppress.reason },
  });
  return true;
}
