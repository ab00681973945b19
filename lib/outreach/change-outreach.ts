import { and, eq } from "drizzle-orm";
import { outreach } from "#drizzle/schema/schema";
import type { Tx } from "#lib/db/store";
import { AppError } from "#lib/errors";
import type { UserCtx } from "#lib/events/context";
import { transact } from "#lib/events/transact";
import { canChangeOutreach } from "#lib/outreach/policy";
import { type Outreach, readOutreachOf } from "#lib/outreach/queries";
import { ChangeOutreach } from "#lib/outreach/schema";

/**
 * Says who the company is in its mails, and how much it sends. What was approved before goes back to its reviewer where
 * it would say something else now. `conflict` where somebody changed it since it was seen.
 */
export async function changeOutreach(ctx: UserCtx, input: ChangeOutreach): Promise<void> {
  const { version, ...change } = ChangeOutreach.parse(input);
  if (!canChangeOutreach(ctx.actor))
    throw new AppError("forbidden", "Leaders and admins say what the company’s mails say of it.");
  await transact(ctx, async ({ tx, record }) => {
    const before = await readOutreachOf(tx);
    const fields = changedFields(before, change);
    if (before.version !== version || !(await write(tx, version, change)))
      throw new AppError("conflict", "Somebody else changed this in the meantime. Load the page again.");
    record({ kind: "outreach.changed", subjectId: "outreach", data: { fields } });
  });
}

function changedFields(before: Outreach, change: Omit<Outreach, "version">): string[] {
  const keys = Object.keys(change) as (keyof typeof change)[];
  return keys.filter((key) => String(before[key]) !== String(change[key]));
}

async function write(tx: Tx, version: number, change: Omit<Outreach, "version">): Promise<boolean> {
  const [row] =
    version === 0
      ? await tx
          .insert(outreach)
          .values({ id: 1, ...change })
          .onConflictDoNothing()
          .returning({ id: outreach.id })
      : await tx
          .update(outreach)
          .set({ ...change, version: version + 1 })
          .where(and(eq(outreach.id, 1), eq(outreach.version, version)))
          .returning({ id: outreach.id });
  return row !== undefined;
}
