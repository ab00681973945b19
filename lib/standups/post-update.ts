import { eq } from "drizzle-orm";
import { sources, sourceVersions, standupUpdates, users } from "#drizzle/schema/schema";
import type { UpdateDoor } from "#drizzle/schema/standups";
import type { Tx } from "#lib/db/store";
import { isUniqueViolation } from "#lib/db/violations";
import { AppError } from "#lib/errors";
import type { UserCtx } from "#lib/events/context";
import { transact, type Work } from "#lib/events/transact";
import { type Day, formatDay } from "#lib/format/dates";
import { cleanText } from "#lib/parsers/plain";
import { keepText } from "#lib/sources/keep-text";
import { versionRow } from "#lib/sources/version-row";
import { dayOfUpdate } from "#lib/standups/days";
import { type FoundStandup, findStandup } from "#lib/standups/find-standup";
import { isLate, keepUpdate, lockUpdate } from "#lib/standups/keep-update";
import { refuseUnlessPosting } from "#lib/standups/policy";
import { proposeFrom } from "#lib/standups/propose-from";
import { PostUpdate } from "#lib/standups/schema";
import { updateText } from "#lib/standups/update-text";
import { standupWorkflow } from "#lib/workflows/registry";

/** What became of an update: of which day, whether it was there before, and whether the digest was asked for already. */
export type PostedUpdate = { sourceId: string; day: Day; changed: boolean; late: boolean };

/**
 * Keeps what somebody did, does next and is kept from, for the stand-up of their own day, or of `writtenFor` where it was
 * written before it came in; what they wrote for it before is replaced, and stays as an earlier version.
 * `forbidden` for who isn't of the team, `conflict` where they posted it twice at once.
 */
export async function postUpdate(
  ctx: UserCtx,
  input: PostUpdate,
  via: UpdateDoor,
  writtenFor?: Day,
): Promise<PostedUpdate> {
  const { teamId, ...parts } = PostUpdate.parse(input);
  const text = cleanText(updateText(parts));
  try {
    return await transact(ctx, async (work) => {
      const found = await findStandup(ctx, work.tx, teamId);
      refuseUnlessPosting(ctx.actor, found);
      const timeZone = await zoneOf(work.tx, ctx.actor.id);
      const day = writtenFor ?? dayOfUpdate(ctx.now(), timeZone, found.standup);
      const late = await isLate(ctx, work.tx, found.standup, day);
      const before = await lockUpdate(work.tx, teamId, day, ctx.actor.id);
      const kept = before
        ? await changeText(ctx, work, before, { teamId, text, late })
        : await addText(ctx, work, found, { day, text, timeZone, late, via });
      await proposeFrom(ctx, work, {
        teamId,
        day,
        source: { id: kept.sourceId, version: kept.version },
        text,
        userId: ctx.actor.id,
        name: ctx.actor.name,
      });
      return { sourceId: kept.sourceId, day, changed: before !== undefined, late };
    });
  } catch (error) {
    if (isUniqueViolation(error))
      throw new AppError(
        "conflict",
        "You posted an update a moment ago. Load the page, and change it there.",
      );
    throw error;
  }
}

/** The time zone a person lives in. */
export async function zoneOf(tx: Tx, userId: string): Promise<string> {
  const [row] = await tx.select({ timeZone: users.timeZone }).from(users).where(eq(users.id, userId));
  return row?.timeZone ?? "UTC";
}

type Before = { id: string; sourceId: string; version: number; text: string };

async function changeText(
  ctx: UserCtx,
  { tx, record }: Work,
  { id, sourceId, version: seen, text: before }: Before,
  { teamId, text, late }: { teamId: string; text: string; late: boolean },
): Promise<{ sourceId: string; version: number }> {
  if (text === before) throw new AppError("conflict", "This is your update as it was. Change it first.");
  const version = seen + 1;
  const reason = "Its writer changed it.";
  await tx
    .insert(sourceVersions)
    .values(versionRow({ sourceId, version, text, reason, by: ctx.actor.id, at: ctx.now() }));
  await tx.update(sources).set({ currentVersion: version }).where(eq(sources.id, sourceId));
  await tx.update(standupUpdates).set({ late, changedAt: ctx.now() }).where(eq(standupUpdates.id, id));
  record({ kind: "update.changed", subjectId: id, sourceId, data: { teamId, late } });
  return { sourceId, version };
}

type Added = {
  day: Day;
  text: string;
  timeZone: string;
  late: boolean;
  via: UpdateDoor;
};

async function addText(
  ctx: UserCtx,
  work: Work,
  { team, standup }: FoundStandup,
  { day, text, timeZone, late, via }: Added,
): Promise<{ sourceId: string; version: number }> {
  const { id: userId, name } = ctx.actor;
  const sourceId = await keepText(ctx, work, {
    workflow: standupWorkflow.key,
    teamId: team.id,
    day,
    title: `${name}, ${formatDay(day, { today: day })}`,
    text,
    timeZone,
    visibility: standup.visibility,
    authorId: userId,
    people: [{ name, userId }],
    via: via === "page" ? "paste" : via,
  });
  await keepUpdate(ctx, work, { teamId: team.id, day, userId, name, sourceId, via, late });
  return { sourceId, version: 1 };
}
