import { and, eq } from "drizzle-orm";
import { workspace } from "#drizzle/schema/schema";
import { AppError } from "#lib/errors";
import type { UserCtx } from "#lib/events/context";
import { transact } from "#lib/events/transact";
import { canChangeCompany } from "#lib/workspace/policy";
import { getCompany } from "#lib/workspace/queries";
import { ChangeCompany } from "#lib/workspace/schema";

/** Renames the company or moves it to another time zone. What is dated already keeps its dates. */
export async function changeCompany(ctx: UserCtx, input: ChangeCompany): Promise<void> {
  const { name, timeZone } = ChangeCompany.parse(input);
  if (!canChangeCompany(ctx.actor)) throw new AppError("forbidden", "Only admins change the company.");
  const before = await getCompany(ctx);
  const fields = [
    ...(name === before.name ? [] : ["name"]),
    ...(timeZone === before.timeZone ? [] : ["timeZone"]),
  ];
  if (fields.length === 0) return;
  await transact(ctx, async ({ tx, record }) => {
    const [row] = await tx
      .update(workspace)
      .set({ name, timeZone })
      .where(
        and(eq(workspace.id, 1), eq(workspace.name, before.name), eq(workspace.timeZone, before.timeZone)),
      )
      .returning({ id: workspace.id });
    if (!row) throw new AppError("conflict", "Somebody else changed the company in the meantime.");
    record({ kind: "workspace.changed", subjectId: "workspace", data: { fields } });
  });
}
