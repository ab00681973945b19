import { and, desc, eq, inArray, isNotNull, isNull, or, sql } from "drizzle-orm";
import { deliveries, leads, letters, mailboxes, receivedMails, users } from "#drizzle/schema/schema";
import { newId } from "#lib/db/ids";
import type { Tx } from "#lib/db/store";
import type { AfterSent } from "#lib/deliveries/letter-rules";
import { proveSent } from "#lib/deliveries/prove-sent";
import { AppError } from "#lib/errors";
import type { Ctx } from "#lib/events/context";
import { transact } from "#lib/events/transact";
import { foldAddress } from "#lib/format/mail-address";
import { addressOfToken } from "#lib/outreach/unsubscribe-link";
import {
  type BounceReport,
  isForGood,
  type ReceivedMail,
  type ReceivedSort,
  sortOf,
} from "#lib/parsers/received-mail";
import { type Answered, takeAutoReply, takeBounce, takeReply, takeWish } from "#lib/received/take-answer";

type Arrived = { mailbox: string; at: Date };

/**
 * Keeps a mail that was read, if it belongs to a lead or to a mail of ours, with what follows: an answer stops the
 * follow-ups, a program's answer holds them, a report that nothing will arrive suppresses the address, and so does a wish
 * to get no more. What it answers has left: where nobody knew, that is settled. All others are passed over and not kept.
 * The same mail twice, in whichever mailbox, is one.
 */
export async function receiveMail(
  ctx: Ctx,
  arrived: Arrived,
  mail: ReceivedMail,
  afterSent: AfterSent,
): Promise<ReceivedSort | null> {
  return transact(ctx, async (work) => {
    const { tx, record } = work;
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext(${`received ${mail.messageId}`}))`);
    const sort = sortOf(mail);
    const answered = (await isKnown(tx, mail)) ? null : await whatItAnswers(ctx, tx, mail, sort);
    if (!answered) throw new AppError("conflict", "This mail is kept already, or belongs to nobody here.");
    const { leadId, deliveryId, deleted } = answered;
    if (deliveryId && !deleted) await proveSent(ctx, work, deliveryId, afterSent);
    const sourceId = await TAKE[sort](ctx, work, { ...answered, at: arrived.at }, mail);
    await tx.insert(receivedMails).values({
      id: newId("rcv", ctx.now()),
      mailbox: arrived.mailbox,
      messageId: mail.messageId,
      kind: sort,
      leadId,
      deliveryId,
      sourceId,
      answers: answersOf(mail),
      permanent: answered.report ? isForGood(answered.report) : null,
      receivedAt: arrived.at,
      createdAt: ctx.now(),
    });
    record({ kind: "lead.answered", subjectId: leadId, data: { sort } });
    return sort;
  });
}

/** What it answers itself: all before it, or the one mail that it names alone (RFC 5322, section 3.6.4). */
function answersOf({ references, inReplyTo }: ReceivedMail): string[] {
  return references.length > 0 ? references : inReplyTo ? [inReplyTo] : [];
}

const TAKE = { reply: takeReply, auto_reply: takeAutoReply, bounce: takeBounce, unsubscribe: takeWish };

async function isKnown(tx: Tx, { messageId }: ReceivedMail): Promise<boolean> {
  const known = await tx
    .select({ id: receivedMails.id })
    .from(receivedMails)
    .where(eq(receivedMails.messageId, messageId))
    .limit(1);
  return known.length > 0;
}

/**
 * Which of our mails and whose lead's it is. A report has to name a mail of ours and whom it went to: anybody can write
 * one. Of a deleted lead nothing is kept, but that nothing is to be sent there still is.
 */
async function whatItAnswers(
  ctx: Ctx,
  tx: Tx,
  mail: ReceivedMail,
  sort: ReceivedSort,
): Promise<Answered | null> {
  if (sort === "bounce") {
    const letter = await findLetter(tx, [
      ...new Set(mail.reports.flatMap(({ messageId }) => messageId ?? [])),
    ]);
    const report = letter && mail.reports.find((one) => isAbout(one, letter));
    return report ? { ...letter, report } : null;
  }
  const from = foldAddress(mail.from);
  if (!from || (await isOurs(ctx, tx, from))) return null;
  if (sort === "unsubscribe") return whoWishes(tx, mail, from);
  const letter = await findLetter(tx, idsOf(mail));
  const lead = await findLeadAt(tx, from);
  // Another lead may know our mail, because it was handed on to them: what they write is theirs.
  if (letter && !letter.deleted && (!lead || lead.leadId === letter.leadId)) return letter;
  return lead && { ...lead, deliveryId: null, recipient: from };
}

/** Whose the wish is: as the token of List-Unsubscribe says, else of whoever wrote it, also where their lead was deleted. */
async function whoWishes(tx: Tx, mail: ReceivedMail, from: string): Promise<Answered | null> {
  const recipient = (await toldByToken(tx, mail.subject)) ?? from;
  const letter = await findLetter(tx, idsOf(mail));
  if (letter) return { ...letter, recipient };
  const lead = await findLeadAt(tx, recipient);
  if (lead) return { ...lead, deliveryId: null, recipient };
  const last = await findLetterTo(tx, recipient);
  return last && { ...last, deliveryId: null, recipient };
}

/** What it answers, the newest first. */
function idsOf({ inReplyTo, references }: ReceivedMail): string[] {
  return [...(inReplyTo ? [inReplyTo] : []), ...references.toReversed()];
}

async function findLeadAt(tx: Tx, address: string): Promise<{ leadId: string } | null> {
  const [lead] = await tx
    .select({ leadId: leads.id })
    .from(leads)
    .where(and(eq(leads.address, address), isNull(leads.deletedAt)));
  return lead ?? null;
}

function isAbout(report: BounceReport, letter: { messageId: string; recipient: string }): boolean {
  return report.messageId === letter.messageId && foldAddress(report.recipient) === letter.recipient;
}

/** The newest of these that is a mail of ours which was handed over. */
async function findLetter(tx: Tx, messageIds: string[]) {
  if (messageIds.length === 0) return null;
  const rows = await selectLetters(tx).where(
    and(inArray(letters.messageId, messageIds), isNotNull(letters.sentAt)),
  );
  return messageIds.flatMap((id) => rows.find(({ messageId }) => messageId === id) ?? [])[0] ?? null;
}

/** The last mail of ours that was handed over to go to an address. */
async function findLetterTo(tx: Tx, address: string) {
  const [letter] = await selectLetters(tx)
    .where(and(eq(deliveries.recipient, address), isNotNull(letters.sentAt)))
    .orderBy(desc(letters.sentAt))
    .limit(1);
  return letter ?? null;
}

function selectLetters(tx: Tx) {
  return tx
    .select({
      leadId: letters.leadId,
      deliveryId: letters.deliveryId,
      recipient: deliveries.recipient,
      messageId: letters.messageId,
      deleted: sql<boolean>`${leads.deletedAt} is not null`,
    })
    .from(letters)
    .innerJoin(deliveries, eq(deliveries.id, letters.deliveryId))
    .innerJoin(leads, eq(leads.id, letters.leadId))
    .$dynamic();
}

/** What colleagues write into a thread answers nothing, from whichever address they do. */
async function isOurs({ channels }: Ctx, tx: Tx, address: string): Promise<boolean> {
  if (foldAddress(channels.smtp?.from.address ?? "") === address) return true;
  const own = await tx
    .select({ id: users.id })
    .from(users)
    .leftJoin(mailboxes, eq(mailboxes.ownerId, users.id))
    .where(or(eq(sql`lower(${users.email})`, address), eq(sql`lower(${mailboxes.address})`, address)))
    .limit(1);
  return own.length > 0;
}

/** Whose the token is that the address of the header List-Unsubscribe puts into the subject. */
async function toldByToken(tx: Tx, subject: string): Promise<string | null> {
  const [, token] = /^unsubscribe\s+([\w-]{20,100})$/i.exec(subject.trim()) ?? [];
  return token ? addressOfToken(tx, token) : null;
}
