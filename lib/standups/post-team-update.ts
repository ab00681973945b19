import { and, eq } from "drizzle-orm";
import { standupUpdates } from "#drizzle/schema/schema";
import type { UpdateDoor } from "#drizzle/schema/standups";
import type { Tx } from "#lib/db/store";
import { AppError } from "#lib/errors";
import type { UserCtx } from "#lib/events/context";
import { transact, type Work } from "#lib/events/transact";
import { type Day, formatDay } from "#lib/format/dates";
import { matchPerson } from "#lib/grounding/people";
import type { RosterPerson } from "#lib/grounding/statement";
import { cleanText } from "#lib/parsers/plain";
import { splitBySpeaker } from "#lib/parsers/speakers";
import { keepText } from "#lib/sources/keep-text";
import { dayOfUpdate } from "#lib/standups/days";
import { type FoundStandup, findStandup } from "#lib/standups/find-standup";
import { isLate, keepUpdate } from "#lib/standups/keep-update";
import { canRunStandup, refuseUnlessPosting } from "#lib/standups/policy";
import { zoneOf } from "#lib/standups/post-update";
import { proposeFrom } from "#lib/standups/propose-from";
import { PostTeamUpdate } from "#lib/standups/schema";
import { listRoster } from "#lib/users/queries";
import { standupWorkflow } from "#lib/workflows/registry";

/** Whose words were kept, and whose were not, because they had written themselves; by name. */
export type PostedTeamUpdate = { day: Day; posted: string[]; had: string[] };

type Part = { userId: string | null; name: string; text: string };

const NOBODY = "Nobody named";

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
  const parts = partsOf(cleanText(text), await listRoster(ctx));
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
      const had = written.some((one) => (part.userId ? one.userId === part.userId : one.name === part.name));
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
  part: Part & { day: Day; late: boolean; via: UpdateDoor; timeZone: string },
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

/** What each person said, in the order in which they first speak; what stands before the first name is nobody's. */
function partsOf(text: string, roster: RosterPerson[]): Part[] {
  const spans = splitBySpeaker(text);
  const [first] = spans;
  if (!first) return [];
  const spoken = new Map<string, Part>();
  for (const { name, start, end } of spans) {
    const person = matchPerson(name, roster, []);
    const key = person?.id ?? name.toLowerCase();
    const said = text.slice(start, end).trim();
    const before = spoken.get(key);
    if (!said) continue;
    spoken.set(key, {
      userId: person?.id ?? null,
      name: person?.name ?? name,
      text: before ? `${before.text}\n\n${said}` : said,
    });
  }
  return [...spoken.values(), ...beforeNames(text, first)];
}

function beforeNames(text: string, first: { name: string; start: number }): Part[] {
  const head = text.slice(0, text.lastIndexOf(first.name, first.start)).trim();
  const hasWords = head.split(/\s+/).length > 8;
  return hasWords ? [{ userId: null, name: NOBODY, text: head }] : [];
}

function listWritten(tx: Tx, teamId: string, day: Day) {
  return tx
    .select({ userId: standupUpdates.userId, name: standupUpdates.name })
    .from(standupUpdates)
    .where(and(eq(standupUpdates.teamId, teamId), eq(standupUpdates.day, day)))
    .for("update");
}
