import { and, eq, lt, min, sql } from "drizzle-orm";
import { actions } from "#drizzle/schema/schema";
import type { Tx } from "#lib/db/store";
import type { UserActor } from "#lib/events/context";
import { type Day, formatDay, localDay } from "#lib/format/dates";
import type { Paragraph, WriteLetter } from "#lib/mails/letter";
import { wantsMail } from "#lib/notices/give-notices";
import { firstLoudMoment } from "#lib/notices/quiet";
import { listReceivers } from "#lib/notices/settings";
import { listMailed, type NoticeRow, stillStands } from "#lib/notices/standing";
import { pathOf, sentenceOf } from "#lib/notices/words";

/**
 * Writes the mail of the notices that gathered for somebody: those that still stand, were not read meanwhile, and are
 * wanted by mail. It says who, how many and until when, and links to the rest: a mail passes through other people's
 * machines, and what actions and titles say may not.
 */
export const writeNotices: WriteLetter = async (ctx, { tx }, mail) => {
  const [receiver] = await listReceivers(tx, [mail.userId ?? ""], ctx.now());
  if (!receiver?.email) return null;
  const { id, name, role, email, timeZone } = receiver;
  const actor: UserActor = { kind: "user", id, name, role };
  const today = localDay(ctx.now(), timeZone);
  const found = await listMailed(tx, mail.id, actor);
  const wanted = found.filter((row) => wantsMail(receiver, row.kind) && stillStands(row, id));
  const paragraphs: Paragraph[] = [];
  for (const row of wanted) {
    const words = row.kind === "overdue" ? await overdueWords(tx, id, today) : wordsOf(row, today);
    if (words) paragraphs.push({ words: `${words}.`, path: pathOf(row) });
  }
  const [first] = paragraphs;
  if (!first) return null;
  const loud = firstLoudMoment(ctx.now(), receiver);
  if (loud > ctx.now()) return loud;
  return {
    userId: id,
    to: { name, address: email },
    subject:
      paragraphs.length === 1 ? first.words.slice(0, -1) : `${paragraphs.length} notices from Countersign`,
    paragraphs: [...paragraphs, { words: "Choose what comes by mail:", path: "/settings/notices" }],
  };
};

function wordsOf(row: NoticeRow, today: Day): string {
  return sentenceOf({ ...row, it: null }, today);
}

/** What is overdue by now, which is not what was in the morning; null where nothing is. */
async function overdueWords(tx: Tx, ownerId: string, today: Day): Promise<string | null> {
  const [overdue] = await tx
    .select({ count: sql<number>`count(*)`.mapWith(Number), since: min(actions.dueOn) })
    .from(actions)
    .where(and(eq(actions.ownerId, ownerId), eq(actions.state, "open"), lt(actions.dueOn, today)));
  if (!overdue?.count || !overdue.since) return null;
  const told = { kind: "overdue", by: null, it: null, dueOn: null, count: overdue.count } as const;
  const since = formatDay(overdue.since, { today });
  return `${sentenceOf(told, today)}, ${overdue.count === 1 ? "" : "the oldest "}since ${since}`;
}
