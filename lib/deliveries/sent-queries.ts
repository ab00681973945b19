import { and, asc, count, desc, eq, gte, inArray } from "drizzle-orm";
import type { DeliveryState } from "#drizzle/schema/deliveries";
import {
  consents,
  deliveries,
  deliveryAttempts,
  drafts,
  letters,
  receivedMails,
  users,
} from "#drizzle/schema/schema";
import { olderThan, PAGE_ROWS, type Page, toPage } from "#lib/db/page";
import { type Database, reader } from "#lib/db/store";
import { headersOf } from "#lib/deliveries/message-headers";
import { canSettleDelivery } from "#lib/deliveries/policy";
import { recipientName } from "#lib/deliveries/recipient-name";
import { SentFilter } from "#lib/deliveries/schema";
import type { SentInFull, SentLetter, SentRow } from "#lib/deliveries/view";
import { AppError } from "#lib/errors";
import type { UserCtx } from "#lib/events/context";
import { visibleDraft } from "#lib/sources/visibility";

/** What left or will, by the drafts that the actor may see, the last made first. */
export async function listSent(ctx: UserCtx, filter: SentFilter = {}): Promise<Page<SentRow>> {
  const { state, who, since, cursor } = SentFilter.parse(filter);
  const rows = await selectSent(reader(ctx.store))
    .where(
      and(
        state ? eq(deliveries.state, state) : undefined,
        since ? gte(deliveries.endedAt, new Date(since)) : undefined,
        who ? eq(letters.approvedBy, who) : undefined,
        visibleDraft(ctx.actor, deliveries.draftId),
        olderThan(cursor, deliveries.createdAt, deliveries.id),
      ),
    )
    .orderBy(desc(deliveries.createdAt), desc(deliveries.id))
    .limit(PAGE_ROWS + 1);
  const page = toPage(rows, (last) => [last.createdAt.toISOString(), last.id]);
  return { ...page, rows: page.rows.map(toRow) };
}

/** One delivery with every try and, of a mail, what was approved and the bytes that were handed over. `not_found` otherwise. */
export async function getSent(ctx: UserCtx, deliveryId: string): Promise<SentInFull> {
  const db = reader(ctx.store);
  const [row] = await selectSent(db).where(
    and(eq(deliveries.id, deliveryId), visibleDraft(ctx.actor, deliveries.draftId)),
  );
  if (!row)
    throw new AppError("not_found", "There is no such delivery, or its draft is not shared with you.");
  const [attempts, letter] = await Promise.all([
    listAttempts(db, deliveryId),
    findSentLetter(db, deliveryId),
  ]);
  return {
    ...toRow(row),
    revision: row.revision,
    attempts,
    letter,
    maySettle: canSettleDelivery(ctx.actor, row),
  };
}

/** How many wait for somebody to say what becomes of them, of drafts that the actor may see: none is sent on its own. */
export async function countUnsettled(ctx: UserCtx): Promise<{ unknown: number; failed: number }> {
  const rows = await reader(ctx.store)
    .select({ state: deliveries.state, count: count() })
    .from(deliveries)
    .where(and(inArray(deliveries.state, ["unknown", "failed"]), visibleDraft(ctx.actor, deliveries.draftId)))
    .groupBy(deliveries.state);
  const of = (state: DeliveryState) => Number(rows.find((row) => row.state === state)?.count ?? 0);
  return { unknown: of("unknown"), failed: of("failed") };
}

/** The bytes of a mail as they were handed over; `not_found` where there are none or the actor may not see its draft. */
export async function readMessage(ctx: UserCtx, deliveryId: string): Promise<Buffer> {
  const [row] = await reader(ctx.store)
    .select({ raw: letters.raw })
    .from(letters)
    .innerJoin(deliveries, eq(deliveries.id, letters.deliveryId))
    .where(and(eq(letters.deliveryId, deliveryId), visibleDraft(ctx.actor, deliveries.draftId)));
  if (!row?.raw) throw new AppError("not_found", "There is no such mail, or it was not handed over yet.");
  return Buffer.from(row.raw, "base64");
}

function selectSent(db: Database) {
  return db
    .select({
      id: deliveries.id,
      draftId: deliveries.draftId,
      decidedBy: drafts.decidedBy,
      revision: deliveries.revision,
      channel: deliveries.channel,
      title: drafts.title,
      letter: letters.letter,
      recipient: recipientName,
      state: deliveries.state,
      reason: deliveries.reason,
      approvedBy: users.name,
      mailbox: letters.mailbox,
      createdAt: deliveries.createdAt,
      dueAt: deliveries.dueAt,
      endedAt: deliveries.endedAt,
    })
    .from(deliveries)
    .innerJoin(drafts, eq(drafts.id, deliveries.draftId))
    .leftJoin(letters, eq(letters.deliveryId, deliveries.id))
    .leftJoin(users, eq(users.id, letters.approvedBy));
}

function toRow({ letter, revision: _, ...row }: Awaited<ReturnType<typeof selectSent>>[number]): SentRow {
  return {
    ...row,
    title: letter?.subject ?? row.title,
    createdAt: row.createdAt.toISOString(),
    dueAt: row.dueAt.toISOString(),
    endedAt: row.endedAt?.toISOString() ?? null,
  };
}

async function listAttempts(db: Database, deliveryId: string) {
  const rows = await db
    .select()
    .from(deliveryAttempts)
    .where(eq(deliveryAttempts.deliveryId, deliveryId))
    .orderBy(asc(deliveryAttempts.number));
  return rows.map(({ number, startedAt, endedAt, answer }) => ({
    number,
    startedAt: startedAt.toISOString(),
    endedAt: endedAt?.toISOString() ?? null,
    answer,
  }));
}

async function findSentLetter(db: Database, deliveryId: string): Promise<SentLetter | null> {
  const [row] = await db.select().from(letters).where(eq(letters.deliveryId, deliveryId));
  if (!row) return null;
  const { letter } = row;
  const received = await db
    .select({ kind: receivedMails.kind, at: receivedMails.receivedAt, permanent: receivedMails.permanent })
    .from(receivedMails)
    .where(eq(receivedMails.deliveryId, deliveryId))
    .orderBy(asc(receivedMails.receivedAt));
  const raw = row.raw === null ? null : Buffer.from(row.raw, "base64").toString("utf8");
  return {
    leadId: row.leadId,
    fromName: letter.from.name,
    from: letter.from.address,
    toName: letter.to.name,
    to: letter.to.address,
    subject: letter.subject,
    text: letter.text,
    messageId: row.messageId,
    approvedAt: row.approvedAt.toISOString(),
    consent: { ...row.consent, ...(await recorderOf(db, row.consent.id)) },
    headers: raw === null ? [] : headersOf(raw),
    raw,
    received: received.map((one) => ({ ...one, at: one.at.toISOString() })),
  };
}

async function recorderOf(db: Database, consentId: string) {
  const [row] = await db
    .select({ by: users.name, at: consents.recordedAt })
    .from(consents)
    .innerJoin(users, eq(users.id, consents.recordedBy))
    .where(eq(consents.id, consentId));
  return { recordedBy: row?.by ?? null, recordedAt: row?.at.toISOString() ?? null };
}
