import { and, eq, isNull } from "drizzle-orm";
import { slackChannels, standupDays, standups } from "#drizzle/schema/schema";
import type { Tx } from "#lib/db/store";
import { AppError } from "#lib/errors";
import type { UserCtx } from "#lib/events/context";
import { transact } from "#lib/events/transact";
import { type Day, weekday } from "#lib/format/dates";
import { nextStandup, timesOf } from "#lib/standups/days";
import { findTeam, type StandupRow } from "#lib/standups/find-standup";
import { canRunStandup } from "#lib/standups/policy";
import { putDownDay } from "#lib/standups/put-down-day";
import { ChangeStandup } from "#lib/standups/schema";

type Change = Omit<typeof ChangeStandup._output, "version">;

/**
 * Says how a team holds its stand-up, or that it holds none any more. The day that is to come follows at once; what was
 * written for it stays. `conflict` where somebody changed it since it was seen.
 */
export async function changeStandup(ctx: UserCtx, input: ChangeStandup): Promise<void> {
  const { version, ...change } = ChangeStandup.parse(input);
  await transact(ctx, async ({ tx, record }) => {
    const { team, standup } = await findTeam(ctx, tx, change.teamId);
    if (!canRunStandup(ctx.actor, team))
      throw new AppError("forbidden", "The team’s lead, leaders and admins say how its stand-up is held.");
    await refuseOthersChannel(tx, change);
    if ((standup?.version ?? 0) !== version || !(await write(ctx, tx, version, change)))
      throw new AppError("conflict", "Somebody else changed this in the meantime. Load the page again.");
    await moveOpenDay(ctx, tx, change);
    if (change.active) await putDownDay(ctx, tx, change);
    record({
      kind: "standup.changed",
      subjectId: change.teamId,
      data: { fields: changedFields(standup, change) },
    });
  });
}

/** What a team says stays among those who read its channel: `invalid` for one that is linked to another team, or to none. */
async function refuseOthersChannel(tx: Tx, { slackChannelId, teamId }: Change): Promise<void> {
  if (slackChannelId === null) return;
  const [linked] = await tx
    .select({ id: slackChannels.id })
    .from(slackChannels)
    .where(
      and(
        eq(slackChannels.id, slackChannelId),
        eq(slackChannels.teamId, teamId),
        isNull(slackChannels.removedAt),
      ),
    );
  if (!linked)
    throw new AppError("invalid", "This Slack channel is not linked to the team. An admin links it.", {
      fields: { slackChannelId: "Choose a channel that is linked to the team." },
    });
}

async function write(ctx: UserCtx, tx: Tx, version: number, change: Change): Promise<boolean> {
  const changedBy = ctx.actor.id;
  const [row] =
    version === 0
      ? await tx
          .insert(standups)
          .values({ ...change, changedBy, createdAt: ctx.now() })
          .onConflictDoNothing()
          .returning({ teamId: standups.teamId })
      : await tx
          .update(standups)
          .set({ ...change, changedBy, version: version + 1 })
          .where(and(eq(standups.teamId, change.teamId), eq(standups.version, version)))
          .returning({ teamId: standups.teamId });
  return row !== undefined;
}

/** The day that takes updates keeps them at its new hour, or is none any more where another one comes before it. */
async function moveOpenDay(ctx: UserCtx, tx: Tx, change: Change): Promise<void> {
  const isOpen = and(eq(standupDays.teamId, change.teamId), eq(standupDays.state, "open"));
  const [open] = await tx.select({ day: standupDays.day }).from(standupDays).where(isOpen).for("update");
  if (!open) return;
  if (isStillNext(ctx, open.day, change))
    await tx.update(standupDays).set(timesOf(open.day, change)).where(isOpen);
  else await tx.delete(standupDays).where(isOpen);
}

function isStillNext(ctx: UserCtx, day: Day, change: Change): boolean {
  return change.active && change.days.includes(weekday(day)) && day <= nextStandup(ctx.now(), change).day;
}

function changedFields(before: StandupRow | null, change: Change): string[] {
  const keys = Object.keys(change) as (keyof Change)[];
  return keys.filter((key) => key !== "teamId" && String(before?.[key] ?? "") !== String(change[key] ?? ""));
}
