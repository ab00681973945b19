import { and, eq, isNull } from "drizzle-orm";
import { sources, standupUpdates } from "#drizzle/schema/schema";
import type { UpdateDoor } from "#drizzle/schema/standups";
import type { Tx } from "#lib/db/store";
import { AppError } from "#lib/errors";
import type { UserCtx } from "#lib/events/context";
import { transact, type Work } from "#lib/events/transact";
import { type Day, formatDay } from "#lib/format/dates";
import { keepText } from "#lib/sources/keep-text";
import { dayOfUpdate } from "#lib/standups/days";
import { type FoundStandup, findStandup } from "#lib/standups/find-standup";
import { isLate, keepUpdate } from "#lib/standups/keep-update";
import { canRunStandup, refuseUnlessPosting } from "#lib/standups/policy";
import { zoneOf } from "#lib/standups/post-update";
import { proposeFrom } from "#lib/standups/propose-from";
import { PostTeamUpdate } from "#lib/standups/schema";
import { hasWritten, NOBODY, partsOfTeam, type TeamPart } from "#lib/standups/team-parts";
import { listRoster } from "#lib/users/queries";
import { standupWorkflow } from "#lib/workflows/registry";

/** Whose words were kept, and whose were not, because they had written themselves; by name. */
export type PostedTeamUpdate = { day: Day; posted: string[]; had: string[] };

/**
 * Keeps the stand-up of a whole team that is one text: what each person said as a source of its own, and what no name
 * stands before as nobody's. Who wrote themselves keeps their own words. `invalid` where no two people are named.
 */
export async function postTeamUpdate(
  ctx: UserCtx,
  input: PostTeamUpdate,
  via: UpdateDoor,
): Promise<PostedTeamUpdate> {
  const { teamId, text } = PostTeamUpdate.parse(input);
  const parts = partsOfTeam(text, await listRoster(ctx));
  if (parts.length === 0)
    throw new AppError(
      "invalid",
      "No two names were found in it. Write each name on a line above its words.",
    );
  return transact(ctx, async (work) => {
    const found = await findStandup(ctx, work.tx, teamId);
    const isMember = found.isMember || canRunStandup(ctx.actor, found.team);
    refuseUnlessPosting(ctx.actor, { ...found, isMember });
    const timeZone = await zoneOf(work.tx, ctx.actor.id);
    const day = dayOfUpdate(ctx.now(), timeZone, found.standup);
    const late = await isLate(ctx, work.tx, found.standup, day);
    const written = await listWritten(work.tx, teamId, day);
    const told: PostedTeamUpdate = { day, posted: [], had: [] };
    for (const part of parts) {
      const had = hasWritten(part, written);
      told[had ? "had" : "posted"].push(part.name);
      if (!had) await keepPart(ctx, work, found, { ...part, day, late, via, timeZone });
    }
    if (told.posted.length === 0)
      throw new AppError("conflict", "Everybody in this text had written for this stand-up already.");
    return told;
  });
}

async function keepPart(
  ctx: UserCtx,
  work: Work,
  { team, standup }: FoundStandup,
  part: TeamPart & { day: Day; late: boolean; via: UpdateDoor; timeZone: string },
): Promise<void> {
  const { userId, name, text, day, late, via, timeZone } = part;
  const sourceId = await keepText(ctx, work, {
    workflow: standupWorkflow.key,
    teamId: team.id,
    day,
    title: `${name}, ${formatDay(day, { today: day })}`,
    text,
    timeZone,
    visibility: standup.visibility,
    authorId: ctx.actor.id,
    people: name === NOBODY ? [] : [{ name, userId }],
    via: via === "page" ? "paste" : via,
  });
  await keepUpdate(ctx, work, { teamId: team.id, day, userId, name, sourceId, via, late });
  await proposeFrom(ctx, work, {
    teamId: team.id,
    day,
    source: { id: sourceId, version: 1 },
    text,
    userId,
    name,
  });
}

function listWritten(tx: Tx, teamId: string, day: Day) {
  return tx
    .select({ userId: standupUpdates.userId, name: standupUpdates.name })
    .from(standupUpdates)
    .innerJoin(sources, and(eq(sources.id, standupUpdates.sourceId), isNull(sources.deletedAt)))
    .where(and(eq(standupUpdates.teamId, teamId), eq(standupUpdates.day, day)))
    .for("update", { of: standupUpdates });
}
