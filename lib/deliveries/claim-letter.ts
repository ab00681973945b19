import { and, eq, exists, gte, sql } from "drizzle-orm";
import { CLOSED_STAGES } from "#drizzle/schema/leads";
import { drafts, leadEntries, leads, letters, users } from "#drizzle/schema/schema";
import { letterBytes } from "#lib/channels/letter-bytes";
import type { Tx } from "#lib/db/store";
import type { ClaimOf, DeliveryRow } from "#lib/deliveries/claim";
import type { ReadLetter } from "#lib/deliveries/letter-rules";
import { nextTurn } from "#lib/deliveries/mailbox-turn";
import type { Ctx } from "#lib/events/context";
import { foldAddress } from "#lib/format/mail-address";
import { answersTo } from "#lib/mailboxes/answers-to";
import { sendByMailbox } from "#lib/mailboxes/send-by-mailbox";
import type { LetterReading } from "#lib/outreach/read-letter";
import { oneClickUrl, unsubscribeMailto } from "#lib/outreach/unsubscribe-link";

type LetterRow = typeof letters.$inferSelect;

/**
 * How an approved mail leaves: only as it was approved, and only if everything that allowed it is still true. Its bytes
 * are made at the first claim and kept before anything is handed over, so that each try hands over the same.
 */
export function claimLetter(readLetter: ReadLetter): ClaimOf {
  return async (ctx, work, due) => {
    const { tx } = work;
    const kept = await findLetter(tx, due);
    if (!kept) return { returned: "The approval it was made for no longer stands.", reopens: false };
    const reason = await whyNotLeaving(ctx, tx, due, kept, readLetter);
    if (reason) return { returned: reason, reopens: true };
    const { row } = kept;
    const later = row.sentAt ? null : await nextTurn(ctx, tx, row);
    if (later) return { later };
    const raw = row.raw ? Buffer.from(row.raw, "base64") : await bytesOf(ctx, tx, row);
    await tx
      .update(letters)
      .set({ raw: raw.toString("base64"), sentAt: row.sentAt ?? ctx.now() })
      .where(eq(letters.deliveryId, due.id));
    const parcel = { from: row.letter.from.address, to: row.letter.to.address, raw };
    return { send: (signal) => sendByMailbox(ctx, row.mailbox, due.id, parcel, signal) };
  };
}

type Kept = { row: LetterRow; sender: { id: string; name: string; left: boolean }; lead: KeptLead };
type KeptLead = { name: string; address: string | null; stage: string; deleted: boolean; answered: boolean };

/** The letter of a delivery whose approval stands, with what may have changed since. */
async function findLetter(tx: Tx, { id, draftId, revision }: DeliveryRow): Promise<Kept | null> {
  const answered = exists(
    tx
      .select({ one: sql`1` })
      .from(leadEntries)
      .where(
        and(
          eq(leadEntries.leadId, letters.leadId),
          eq(leadEntries.kind, "mail_in"),
          gte(leadEntries.createdAt, letters.approvedAt),
        ),
      ),
  );
  const [found] = await tx
    .select({
      row: letters,
      sender: { id: users.id, name: users.name, left: sql<boolean>`${users.deactivatedAt} is not null` },
      lead: {
        name: leads.name,
        address: leads.address,
        stage: leads.stage,
        deleted: sql<boolean>`${leads.deletedAt} is not null`,
        answered: sql<boolean>`${answered}`,
      },
    })
    .from(letters)
    .innerJoin(users, eq(users.id, letters.approvedBy))
    .innerJoin(leads, eq(leads.id, letters.leadId))
    .innerJoin(
      drafts,
      and(eq(drafts.id, draftId), eq(drafts.state, "approved"), eq(drafts.currentRevision, revision)),
    )
    .where(eq(letters.deliveryId, id));
  return found ?? null;
}

/** Why a mail goes back to the queue instead of leaving, as a sentence that says what to do; null where it leaves. */
async function whyNotLeaving(
  ctx: Ctx,
  tx: Tx,
  { draftId, revision }: DeliveryRow,
  { row, sender, lead }: Kept,
  readLetter: ReadLetter,
): Promise<string | null> {
  if (lead.deleted) return `${lead.name} was deleted since this was approved.`;
  if (lead.answered) return `${lead.name} answered after this was approved. Read the answer first.`;
  if ((CLOSED_STAGES as readonly string[]).includes(lead.stage))
    return `${lead.name} was closed as ${lead.stage} after this was approved.`;
  if (sender.left)
    return `${sender.name}, who approved this, has left. Somebody else approves it in their own name.`;
  const now = await readLetter(ctx, tx, { draftId, revision, sender });
  const block = now.reasons.find(({ level }) => level === "block");
  if (block) return block.sentence;
  return whatChanged(row, now, lead);
}

function whatChanged({ letter, mailbox }: LetterRow, now: LetterReading, lead: KeptLead): string | null {
  if (!now.letter || foldAddress(now.letter.to.address) !== foldAddress(letter.to.address))
    return `The address of ${lead.name} changed after this was approved.`;
  if (now.mailbox !== mailbox || now.letter.from.address !== letter.from.address)
    return "It would leave from another mailbox now than when it was approved.";
  const same = (["subject", "text", "html"] as const).every((part) => now.letter?.[part] === letter[part]);
  return same
    ? null
    : "What it says changed after it was approved: a signature, the company’s address or a name.";
}

async function bytesOf(ctx: Ctx, tx: Tx, { letter, mailbox, approvedBy }: LetterRow): Promise<Buffer> {
  const { url, mailto } = letter.unsubscribe;
  const { isRead, replyTo } = await answersTo(ctx, tx, mailbox, approvedBy);
  return letterBytes(letter, {
    date: ctx.now(),
    replyTo,
    oneClick: oneClickUrl(url),
    mailto: mailto && isRead ? unsubscribeMailto(mailto, url) : null,
  });
}
