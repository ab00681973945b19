import { and, eq } from "drizzle-orm";
import { standupDays } from "#drizzle/schema/schema";
import type { Tx } from "#lib/db/store";
import { closeDay } from "#lib/digests/close-day";
import { AppError } from "#lib/errors";
import type { UserCtx } from "#lib/events/context";
import { transact } from "#lib/events/transact";
import { type Day, formatDay } from "#lib/format/dates";
import { findStandup } from "#lib/standups/find-standup";
import { canRunStandup } from "#lib/standups/policy";
import { putDownMissed } from "#lib/standups/put-down-missed";
import { DigestNow } from "#lib/standups/schema";

/**
 * Has the digest of the stand-up that is to come written now, or of today's where its hour had passed when it began, and
 * returns its run. What comes after it is late. `invalid` where nobody wrote yet, `conflict` where it was asked for a
 * moment ago, or `day` is none of these.
 */
export async function writeDigestNow(ctx: UserCtx, input: DigestNow): Promise<{ runId: string }> {
  const { teamId, day } = DigestNow.parse(input);
  return transact(ctx, async (work) => {
    const { team, standup } = await findStandup(ctx, work.tx, teamId);
    if (!canRunStandup(ctx.actor, team))
      throw new AppError("forbidden", "The team’s lead, leaders and admins have its digest written.");
    const missed = await putDownMissed(ctx, work.tx, standup, day);
    const dayId = missed ?? (await findOpen(work.tx, teamId, day));
    const runId = await closeDay(ctx, work, dayId, ctx.actor.id);
    if (!runId) throw new AppError("invalid", "Nobody wrote yet. Wait for the first update.");
    return { runId };
  });
}

async function findOpen(tx: Tx, teamId: string, day: Day): Promise<string> {
  const [open] = await tx
    .select({ id: standupDays.id, day: standupDays.day })
    .from(standupDays)
    .where(and(eq(standupDays.teamId, teamId), eq(standupDays.state, "open")));
  if (!open) throw new AppError("conflict", "The digest was asked for already, or no stand-up is to come.");
  if (open.day !== day)
    throw new AppError(
      "conflict",
      `The digest of ${formatDay(day, { today: day })} was asked for already. The next one is of ${formatDay(open.day, { today: day })}: load the page.`,
    );
  return open.id;
}
