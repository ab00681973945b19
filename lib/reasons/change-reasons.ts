import { and, eq } from "drizzle-orm";
import { workspace } from "#drizzle/schema/schema";
import type { RejectReason } from "#drizzle/schema/workspace";
import { newId } from "#lib/db/ids";
import { AppError } from "#lib/errors";
import type { UserCtx } from "#lib/events/context";
import { transact } from "#lib/events/transact";
import { canChangeReasons } from "#lib/reasons/policy";
import { getReasons } from "#lib/reasons/queries";
import { ChangeReasons } from "#lib/reasons/schema";

/**
 * Adds, renames, reorders and retires the reasons for rejecting a draft, all at once. What was given before keeps the
 * words it was given in, so none is ever dropped from the list. `conflict` where somebody changed it meanwhile.
 */
export async function changeReasons(ctx: UserCtx, input: ChangeReasons): Promise<{ version: number }> {
  const { version, reasons } = ChangeReasons.parse(input);
  if (!canChangeReasons(ctx.actor))
    throw new AppError("forbidden", "Only admins change the reasons for rejecting a draft.");
  const before = await getReasons(ctx);
  if (before.version !== version) throw changedMeanwhile();
  const next = joinReasons(ctx, before.reasons, reasons);
  await transact(ctx, async ({ tx, record }) => {
    const [row] = await tx
      .update(workspace)
      .set({ rejectReasons: next, rejectReasonsVersion: version + 1 })
      .where(and(eq(workspace.id, 1), eq(workspace.rejectReasonsVersion, version)))
      .returning({ id: workspace.id });
    if (!row) throw changedMeanwhile();
    record({ kind: "workspace.changed", subjectId: "workspace", data: { fields: ["rejectReasons"] } });
  });
  return { version: version + 1 };
}

type Given = ReturnType<typeof ChangeReasons.parse>["reasons"];

function joinReasons(ctx: UserCtx, before: RejectReason[], given: Given): RejectReason[] {
  const known = new Set(before.map(({ id }) => id));
  const named = given.flatMap(({ id }) => (id === null ? [] : [id]));
  if (
    named.some((id) => !known.has(id)) ||
    new Set(named).size !== named.length ||
    named.length !== known.size
  )
    throw new AppError("invalid", "A reason is retired, never taken off the list. Load the page again.");
  return given.map(({ id, label, retired }) => ({ id: id ?? newId("rsn", ctx.now()), label, retired }));
}

function changedMeanwhile(): AppError {
  return new AppError(
    "conflict",
    "Somebody else changed the reasons in the meantime. The page now shows theirs; make your change again.",
  );
}
