import { and, eq, isNull } from "drizzle-orm";
import { briefs, briefWeeks, slackChannels } from "#drizzle/schema/schema";
import { canHaveBrief } from "#lib/briefs/policy";
import { putDownWeek } from "#lib/briefs/put-down-week";
import { ChangeBrief } from "#lib/briefs/schema";
import type { Tx } from "#lib/db/store";
import { AppError } from "#lib/errors";
import type { UserCtx } from "#lib/events/context";
import { transact } from "#lib/events/transact";

type Change = Omit<typeof ChangeBrief._output, "version">;

/**
 * Says when the actor has their week told and where to, or that they have it told no more. What was asked for already
 * stays. `conflict` where they changed it elsewhere since it was seen.
 */
export async function changeBrief(ctx: UserCtx, input: ChangeBrief): Promise<void> {
  const { version, ...change } = ChangeBrief.parse(input);
  const userId = ctx.actor.id;
  await transact(ctx, async ({ tx, record }) => {
    if (!canHaveBrief(ctx.actor))
      throw new AppError("forbidden", "Leaders and admins have their week told to them.");
    await refuseUnlinked(tx, change.slackChannelId);
    if (!(await write(tx, userId, version, change)))
      throw new AppError("conflict", "This was changed in the meantime. Load the page again.");
    await tx.delete(briefWeeks).where(and(eq(briefWeeks.userId, userId), eq(briefWeeks.state, "open")));
    await putDownWeek(ctx, tx, userId);
    record({ kind: "brief.changed", subjectId: userId, data: { active: change.active } });
  });
}

async function refuseUnlinked(tx: Tx, id: string | null): Promise<void> {
  if (id === null) return;
  const [channel] = await tx
    .select({ id: slackChannels.id })
    .from(slackChannels)
    .where(and(eq(slackChannels.id, id), isNull(slackChannels.removedAt)));
  if (!channel)
    throw new AppError("invalid", "This Slack channel is not linked any more. Choose another one.");
}

async function write(tx: Tx, userId: string, version: number, change: Change): Promise<boolean> {
  const [row] =
    version === 0
      ? await tx
          .insert(briefs)
          .values({ userId, ...change })
          .onConflictDoNothing()
          .returning({ userId: briefs.userId })
      : await tx
          .update(briefs)
          .set({ ...change, version: version + 1 })
          .where(and(eq(briefs.userId, userId), eq(briefs.version, version)))
          .returning({ userId: briefs.userId });
  return row !== undefined;
}
