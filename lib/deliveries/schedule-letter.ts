import { and, eq } from "drizzle-orm";
import type { KeptConsent, LetterText } from "#drizzle/schema/deliveries";
import { deliveries, letters, outreach } from "#drizzle/schema/schema";
import type { ConsentStanding } from "#lib/consent/rules";
import { newId } from "#lib/db/ids";
import type { Tx } from "#lib/db/store";
import { UNDO_MS } from "#lib/deliveries/schedule-deliveries";
import { AppError } from "#lib/errors";
import type { UserCtx } from "#lib/events/context";
import type { Work } from "#lib/events/transact";
import { foldAddress } from "#lib/format/mail-address";
import type { LetterReading } from "#lib/outreach/read-letter";

type Approved = { draftId: string; revision: number; leadId: string };

/**
 * Adds the mail of an approval to the caller's transaction, due after the undo window. What was returned to the queue
 * before is cancelled: this takes its place. `invalid` names what blocks it.
 */
export async function scheduleLetter(
  ctx: UserCtx,
  work: Work,
  { draftId, revision, leadId }: Approved,
  reading: LetterReading,
): Promise<string> {
  const { letter, consent, recipient } = unblocked(reading);
  await cancelReturned(ctx, work, draftId);
  const now = ctx.now();
  const id = newId("dlv", now);
  const dueAt = new Date(now.getTime() + (await undoMs(work.tx)));
  await work.tx.insert(deliveries).values({
    id,
    draftId,
    revision,
    channel: "mail",
    recipient,
    state: "scheduled",
    dueAt,
    createdAt: now,
  });
  await work.tx.insert(letters).values({
    deliveryId: id,
    leadId,
    approvedBy: ctx.actor.id,
    approvedAt: now,
    mailbox: reading.mailbox,
    letter,
    messageId: letter.messageId,
    consent,
  });
  work.record({ kind: "delivery.scheduled", subjectId: id, draftId, data: { channel: "mail" } });
  work.enqueue({ kind: "delivery", id, dueAt });
  return id;
}

/** What may leave of a reading; `invalid` with every reason why nothing may. */
function unblocked({ letter, standing, reasons }: LetterReading): {
  letter: LetterText;
  consent: KeptConsent;
  recipient: string;
} {
  const blocks = reasons.flatMap(({ level, sentence }) => (level === "block" ? [sentence] : []));
  if (blocks.length > 0) throw new AppError("invalid", blocks.join(" "), { blocks });
  const recipient = letter && foldAddress(letter.to.address);
  const consent = keptConsent(standing);
  if (!letter || !recipient || !consent)
    throw new AppError("invalid", "This mail can’t leave: its lead has no address that may be written to.");
  return { letter, consent, recipient };
}

function keptConsent(standing: ConsentStanding): KeptConsent | null {
  return standing.state === "valid" ? standing.consent : null;
}

async function cancelReturned(ctx: UserCtx, { tx, record }: Work, draftId: string): Promise<void> {
  const rows = await tx
    .update(deliveries)
    .set({ state: "cancelled", endedAt: ctx.now() })
    .where(and(eq(deliveries.draftId, draftId), eq(deliveries.state, "returned")))
    .returning({ id: deliveries.id });
  for (const { id } of rows) record({ kind: "delivery.cancelled", subjectId: id, draftId, data: {} });
}

async function undoMs(tx: Tx): Promise<number> {
  const [row] = await tx.select({ seconds: outreach.undoSeconds }).from(outreach).where(eq(outreach.id, 1));
  return row ? row.seconds * 1000 : UNDO_MS;
}
