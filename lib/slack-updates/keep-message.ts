import { and, eq, isNull, sql } from "drizzle-orm";
import { slackEvents, slackMessages, sources, sourceVersions, standupUpdates } from "#drizzle/schema/schema";
import type { SlackEventState } from "#drizzle/schema/slack";
import type { Database, Tx } from "#lib/db/store";
import { AppError } from "#lib/errors";
import type { Day } from "#lib/format/dates";
import type { Piece } from "#lib/slack-updates/place";

export type SlackEventRow = typeof slackEvents.$inferSelect;
export type SlackMessageRow = typeof slackMessages.$inferSelect;
/** Whose update of which day a message is part of. */
export type Home = { teamId: string; userId: string; day: Day };
/** An update as it is, with the messages that stand in it at places that are known; `gone` are those deleted in Slack. */
export type UpdateNow = { sourceId: string; version: number; text: string; pieces: Piece[]; gone: string[] };

const MOVED = "Something else was changed at the same moment.";

/** The update that a message belongs to; null where there is none yet. */
export async function readUpdateNow(db: Database | Tx, home: Home): Promise<UpdateNow | null> {
  const [row] = await db
    .select({ sourceId: sources.id, version: sources.currentVersion, text: sourceVersions.text })
    .from(standupUpdates)
    .innerJoin(sources, and(eq(sources.id, standupUpdates.sourceId), isNull(sources.deletedAt)))
    .innerJoin(
      sourceVersions,
      and(eq(sourceVersions.sourceId, sources.id), eq(sourceVersions.version, sources.currentVersion)),
    )
    .where(
      and(
        eq(standupUpdates.teamId, home.teamId),
        eq(standupUpdates.day, home.day),
        eq(standupUpdates.userId, home.userId),
      ),
    );
  if (!row) return null;
  const placed = await db
    .select({
      ts: slackMessages.ts,
      start: slackMessages.start,
      end: slackMessages.end,
      deleted: slackMessages.deleted,
    })
    .from(slackMessages)
    .where(and(eq(slackMessages.sourceId, row.sourceId), eq(slackMessages.sourceVersion, row.version)));
  const pieces = placed.flatMap(({ ts, start, end }) =>
    start === null || end === null ? [] : { ts, start, end },
  );
  const gone = placed.filter(({ deleted }) => deleted).map(({ ts }) => ts);
  return { ...row, pieces, gone };
}

/** What is known of the message that an event is about. */
export async function readMessage(db: Database | Tx, row: SlackEventRow): Promise<SlackMessageRow | null> {
  const [found] = await db.select().from(slackMessages).where(isMessage(row, row.ts));
  return found ?? null;
}

/** Ends an event, and forgets what it said; `conflict` where it was ended already. */
export async function endEvent(
  tx: Tx,
  { eventId }: SlackEventRow,
  now: Date,
  ended: { state: SlackEventState; reason?: string },
): Promise<void> {
  const [row] = await tx
    .update(slackEvents)
    .set({ state: ended.state, reason: ended.reason ?? null, payload: null, endedAt: now })
    .where(and(eq(slackEvents.eventId, eventId), eq(slackEvents.state, "waiting")))
    .returning({ id: slackEvents.eventId });
  if (!row) throw new AppError("conflict", "This was worked through already.");
}

/** Holds the update as it was seen; `conflict` where it was changed since. */
export async function holdUpdate(tx: Tx, home: Home, seen: UpdateNow | null): Promise<void> {
  if (seen)
    await tx.select({ id: sources.id }).from(sources).where(eq(sources.id, seen.sourceId)).for("update");
  const now = await readUpdateNow(tx, home);
  if (now?.sourceId !== seen?.sourceId || now?.version !== seen?.version)
    throw new AppError("conflict", MOVED);
}

/** What is kept of a message; `conflict` where another event about it was taken since it was seen. */
export async function keepMessage(
  tx: Tx,
  row: SlackEventRow,
  seen: SlackMessageRow | null,
  columns: Partial<SlackMessageRow>,
): Promise<void> {
  const { workspaceId, slackChannelId, ts, slackUserId } = row;
  const [kept] = seen
    ? await tx
        .update(slackMessages)
        .set(columns)
        .where(
          and(
            isMessage(row, ts),
            eq(slackMessages.editedTs, seen.editedTs),
            eq(slackMessages.deleted, seen.deleted),
          ),
        )
        .returning({ ts: slackMessages.ts })
    : await tx
        .insert(slackMessages)
        .values({ workspaceId, slackChannelId, ts, slackUserId, ...columns })
        .onConflictDoNothing()
        .returning({ ts: slackMessages.ts });
  if (!kept) throw new AppError("conflict", MOVED);
}

/** Keeps where each message stands in an update that was just changed. */
export async function keepPlaces(tx: Tx, row: SlackEventRow, home: Home, pieces: Piece[]): Promise<void> {
  const now = await readUpdateNow(tx, home);
  if (!now) return;
  await tx
    .update(slackMessages)
    .set({ start: null, end: null, sourceVersion: null })
    .where(eq(slackMessages.sourceId, now.sourceId));
  await tx.update(slackMessages).set({ sourceId: now.sourceId }).where(isMessage(row, row.ts));
  for (const { ts, start, end } of pieces)
    await tx
      .update(slackMessages)
      .set({ sourceVersion: now.version, start, end })
      .where(and(eq(slackMessages.sourceId, now.sourceId), eq(slackMessages.ts, ts)));
}

function isMessage({ workspaceId, slackChannelId }: SlackEventRow, ts: string) {
  return sql`${and(
    eq(slackMessages.workspaceId, workspaceId),
    eq(slackMessages.slackChannelId, slackChannelId),
    eq(slackMessages.ts, ts),
  )}`;
}
