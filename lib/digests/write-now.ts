import { and, eq } from "drizzle-orm";
import { standupDays } from "#drizzle/schema/schema";
import { closeDay } from "#lib/digests/close-day";
import { AppError } from "#lib/errors";
import type { UserCtx } from "#lib/events/context";
import { transact } from "#lib/events/transact";
import { formatDay } from "#lib/format/dates";
import { findStandup } from "#lib/standups/find-standup";
import { canRunStandup } from "#lib/standups/policy";
import { DigestNow } from "#lib/standups/schema";

/**
 * Has the digest of the stand-up that is to come written now, and returns its run. What comes after it is late.
 * `invalid` where nobody wrote yet, `conflict` where it was asked for a moment ago, or `day` is not the one to come.
 */
export async function writeDigestNow(ctx: UserCtx, input: DigestNow): Promise<{ runId: string }> {
  const { teamId, day } = DigestNow.parse(input);
  return transact(ctx, async (work) => {
    const { team } = await findStandup(ctx, work.tx, teamId);
    if (!canRunStandup(ctx.actor, team))
      throw new AppError("forbidden", "The team’s lead, leaders and admins have its digest written.");
    const [open] = await work.tx
      .select({ id: standupDays.id, day: standupDays.day })
      .from(standupDays)
      .where(and(eq(standupDays.teamId, teamId), eq(standupDays.state, "open")));
    if (!open) throw new AppError("conflict", "The digest was asked for already, or no stand-up is to come.");
    if (open.day !== day)
      throw new AppError(
        "conflict",
        `The digest of ${formatDay(day, { today: day })} was asked for already. The next one is of ${formatDay(open.day, { today: day })}: load the page.`,
      );
    const runId = await closeDay(ctx, work, open.id, ctx.actor.id);
    if (!runId) throw new AppError("invalid", "Nobody wrote yet. Wait for the first update.");
    return { runId };
  });
}
