import { and, eq, isNull } from "drizzle-orm";
import { slackChannels, slackPeople, standups, users } from "#drizzle/schema/schema";
import type { SlackPayload } from "#drizzle/schema/slack";
import { inTransaction, reader } from "#lib/db/store";
import { AppError } from "#lib/errors";
import type { Ctx, UserActor, UserCtx } from "#lib/events/context";
import { instantOfTs } from "#lib/format/slack-ts";
import { cleanText } from "#lib/parsers/plain";
import { readSlackText } from "#lib/parsers/slack-text";
import { findWriter } from "#lib/slack/find-writer";
import type { OpenedWorkspace } from "#lib/slack/open-workspace";
import {
  endEvent,
  type Home,
  holdUpdate,
  keepMessage,
  keepPlaces,
  readMessage,
  readUpdateNow,
  type SlackEventRow,
  type SlackMessageRow,
  type UpdateNow,
} from "#lib/slack-updates/keep-message";
import { type Placed, placeMessage } from "#lib/slack-updates/place";
import { dayOfUpdate } from "#lib/standups/days";
import { postUpdate } from "#lib/standups/post-update";
import { MAX_UPDATE } from "#lib/standups/schema";

/** Older messages are not taken when they are changed: their digest is long written. */
const OLDEST_MS = 7 * 86_400_000;

type Ended = { state: "passed" | "unlinked"; reason?: string };
type Waiting = SlackEventRow & { payload: SlackPayload };
type Author = { actor: UserActor; home: Home };

/**
 * Makes of one event what it is: words of a person's update, put where they belong among their other messages of the day;
 * a change or a deletion of such words; or nothing. Whatever order events come in, and however often, the update says what
 * the messages say. `unavailable` where Slack can't be asked who wrote it, `conflict` where something changed meanwhile.
 */
export async function takeMessage(ctx: Ctx, workspace: OpenedWorkspace, row: Waiting): Promise<void> {
  const seen = await readMessage(reader(ctx.store), row);
  const nothing = nothingToDo(ctx, row, seen);
  if (nothing) return end(ctx, row, nothing);
  if (row.payload.kind === "deleted" && !seen?.userId)
    return end(ctx, row, { state: "passed" }, seen, { deleted: true });
  const author = await authorOf(ctx, workspace, row, seen);
  if ("state" in author) return end(ctx, row, author);
  const update = await readUpdateNow(reader(ctx.store), author.home);
  const isStale = seen?.sourceId && !update?.pieces.some(({ ts }) => ts === row.ts);
  if (isStale) return end(ctx, row, CHANGED_HERE, seen, marks(row));
  return keepWords(ctx, row, author, { seen, update });
}

const CHANGED_HERE: Ended = {
  state: "passed",
  reason: "The update was changed in Countersign after the message was taken. It stays as it is there.",
};

function nothingToDo(ctx: Ctx, { ts, payload }: Waiting, seen: SlackMessageRow | null): Ended | null {
  if (seen?.deleted) return { state: "passed", reason: "The message was deleted in Slack." };
  if (seen && payload.kind === "posted") return { state: "passed", reason: "A later version was taken." };
  if (seen && payload.kind === "edited" && seen.editedTs >= (payload.editedTs ?? ""))
    return { state: "passed", reason: "A later version was taken." };
  const isOld = instantOfTs(ts).getTime() < ctx.now().getTime() - OLDEST_MS;
  return isOld && payload.kind !== "deleted"
    ? { state: "passed", reason: "The message is more than a week old." }
    : null;
}

/** Who of ours wrote it, and which update it is part of; or why it is part of none. */
async function authorOf(
  ctx: Ctx,
  workspace: OpenedWorkspace,
  row: Waiting,
  seen: SlackMessageRow | null,
): Promise<Author | Ended> {
  const channel = await findChannel(ctx, row);
  if (!channel)
    return { state: "unlinked", reason: `The channel ${row.slackChannelId} takes no updates any more.` };
  if (instantOfTs(row.ts) < channel.createdAt)
    return { state: "passed", reason: "It was written before the channel was linked." };
  const answered = row.threadTs && (await parentOf(ctx, row, row.threadTs));
  if (answered !== null && answered !== row.slackUserId)
    return { state: "passed", reason: "It answers somebody else’s message." };
  const writer = await findWriter(ctx, workspace, seen?.slackUserId ?? row.slackUserId);
  if ("reason" in writer) return { state: "unlinked", reason: writer.reason };
  const { actor } = writer;
  if (seen?.day && seen.teamId && seen.userId === actor.id)
    return { actor, home: { teamId: seen.teamId, userId: actor.id, day: seen.day } };
  const standup = await findTimes(ctx, channel.teamId);
  if (!standup) return { state: "unlinked", reason: `${channel.name}: the team holds no stand-up yet.` };
  const day = dayOfUpdate(writtenAt(row), await zoneOf(ctx, actor.id), standup);
  return { actor, home: { teamId: channel.teamId, userId: actor.id, day } };
}

/** An answer belongs to the day of what it answers. */
function writtenAt({ ts, threadTs }: Waiting): Date {
  return instantOfTs(threadTs ?? ts);
}

async function parentOf(ctx: Ctx, row: Waiting, threadTs: string): Promise<string> {
  if (row.parentUserId) return row.parentUserId;
  const parent = await readMessage(reader(ctx.store), { ...row, ts: threadTs });
  return parent?.slackUserId ?? "";
}

type Found = { seen: SlackMessageRow | null; update: UpdateNow | null };

/** Stores the update with the message in it, in the transaction in which the event ends. */
async function keepWords(
  ctx: Ctx,
  row: Waiting,
  { actor, home }: Author,
  { seen, update }: Found,
): Promise<void> {
  const words = await wordsOf(ctx, row);
  const placed = placedIn(update, row.ts, words);
  const columns = { ...marks(row), userId: home.userId, teamId: home.teamId, day: home.day };
  const reason = placed ? whyNot(placed, update) : NOTHING_LEFT;
  if (!placed || reason) return end(ctx, row, { state: "passed", ...(reason && { reason }) }, seen, columns);
  const acting: UserCtx = {
    ...ctx,
    actor,
    from: { door: "slack", address: null, device: null },
    receipt: {
      claim: async (tx) => {
        await endEvent(tx, row, ctx.now(), { state: "taken" });
        await holdUpdate(tx, home, update);
      },
      sign: async (tx) => {
        await keepMessage(tx, row, seen, columns);
        await keepPlaces(tx, row, home, placed.pieces);
      },
    },
  };
  await postUpdate(acting, { teamId: home.teamId, text: placed.text }, "slack", home.day);
}

function whyNot({ text }: Placed, update: UpdateNow | null): string | null {
  if (text.length > MAX_UPDATE) return "The update would have more than 20,000 characters.";
  if (!/[\p{L}\p{N}]/u.test(text)) return "There are no words in it.";
  return text.trim() === update?.text.trim() ? "It says what the update says already." : null;
}

const NOTHING_LEFT = "Nothing would be left of the update. It stays until another message takes its place.";

/** What is taken out because it was deleted in Slack goes with the next change. */
function placedIn(update: UpdateNow | null, ts: string, words: string): Placed | null {
  const { text, pieces, gone } = update ?? { text: "", pieces: [], gone: [] };
  const left = gone
    .filter((one) => one !== ts)
    .reduce<Placed>(
      (before, one) => placeMessage(before.text, before.pieces, { ts: one, words: null }) ?? NOTHING,
      { text, pieces },
    );
  return placeMessage(left.text, left.pieces, { ts, words: words || null });
}

const NOTHING: Placed = { text: "", pieces: [] };

function marks({ payload }: Waiting): Partial<SlackMessageRow> {
  if (payload.kind === "deleted") return { deleted: true };
  return payload.editedTs ? { editedTs: payload.editedTs } : {};
}

async function end(
  ctx: Ctx,
  row: Waiting,
  ended: Ended,
  seen: SlackMessageRow | null = null,
  columns?: Partial<SlackMessageRow>,
): Promise<void> {
  await inTransaction(ctx.store, async (tx) => {
    await endEvent(tx, row, ctx.now(), ended);
    if (columns) await keepMessage(tx, row, seen, columns);
  });
}

async function wordsOf(ctx: Ctx, { workspaceId, payload }: Waiting): Promise<string> {
  if (payload.kind === "deleted") return "";
  const db = reader(ctx.store);
  const people = await db
    .select({ id: slackPeople.slackUserId, slackName: slackPeople.name, name: users.name })
    .from(slackPeople)
    .leftJoin(users, eq(users.id, slackPeople.userId))
    .where(eq(slackPeople.workspaceId, workspaceId));
  const channels = await db
    .select({ id: slackChannels.slackChannelId, name: slackChannels.name })
    .from(slackChannels)
    .where(and(eq(slackChannels.workspaceId, workspaceId), isNull(slackChannels.removedAt)));
  const names = {
    people: new Map(people.map(({ id, slackName, name }) => [id, name ?? slackName])),
    channels: new Map(channels.flatMap(({ id, name }) => (id ? [[id, name] as const] : []))),
  };
  return cleanText(readSlackText(payload.text, names)).trim();
}

async function findChannel(ctx: Ctx, { workspaceId, slackChannelId }: Waiting) {
  const [row] = await reader(ctx.store)
    .select({ teamId: slackChannels.teamId, name: slackChannels.name, createdAt: slackChannels.createdAt })
    .from(slackChannels)
    .where(
      and(
        eq(slackChannels.workspaceId, workspaceId),
        eq(slackChannels.slackChannelId, slackChannelId),
        eq(slackChannels.takesUpdates, true),
        isNull(slackChannels.removedAt),
      ),
    );
  return row;
}

async function findTimes(ctx: Ctx, teamId: string) {
  const [row] = await reader(ctx.store)
    .select({ days: standups.days })
    .from(standups)
    .where(eq(standups.teamId, teamId));
  return row;
}

async function zoneOf(ctx: Ctx, userId: string): Promise<string> {
  const [row] = await reader(ctx.store)
    .select({ timeZone: users.timeZone })
    .from(users)
    .where(eq(users.id, userId));
  if (!row) throw new AppError("not_found", "There is no such person.");
  return row.timeZone;
}
