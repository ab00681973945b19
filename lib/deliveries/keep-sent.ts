import { eq } from "drizzle-orm";
import { letters } from "#drizzle/schema/schema";
import type { DeliveryRow } from "#lib/deliveries/claim";
import type { AfterSent, SentLetter } from "#lib/deliveries/letter-rules";
import { stopWriting } from "#lib/deliveries/stop-writing";
import { ignoreConflict } from "#lib/errors";
import type { Ctx } from "#lib/events/context";
import type { Work } from "#lib/events/transact";
import { addEntry } from "#lib/leads/timeline";

type Left = Pick<DeliveryRow, "id" | "draftId" | "revision" | "channel" | "recipient">;

/**
 * Writes a mail that left, or was kept as a file, on its lead's timeline, and calls what follows. Null for what is no
 * mail. Of one of which it is known only later that it left, `later`, the timeline says when it was handed over.
 */
export async function keepSent(
  ctx: Ctx,
  work: Work,
  { id, draftId, revision, channel }: Left,
  afterSent: AfterSent,
  { later = false } = {},
): Promise<SentLetter | null> {
  if (channel !== "mail") return null;
  const [letter] = await work.tx.select().from(letters).where(eq(letters.deliveryId, id));
  if (!letter) return null;
  const { leadId, approvedBy, mailbox } = letter;
  const kept = mailbox === "outbox";
  const at = (later && letter.sentAt) || ctx.now();
  await addEntry(ctx, work, {
    leadId,
    kind: kept ? "kept_out" : "mail_out",
    at,
    words: `${kept ? "Kept as a file, nothing was sent" : "Sent"}: ${letter.letter.subject}`.slice(0, 300),
    deliveryId: id,
  });
  const sent = { deliveryId: id, draftId, revision, leadId, approvedBy, at, kept };
  await afterSent(ctx, work, sent);
  return sent;
}

/** What follows where a server says that there is no such mailbox: nothing is sent there any more (RFC 3463, section 3.2). */
export async function keepRefused(ctx: Ctx, work: Work, { recipient }: Left, note: string): Promise<void> {
  await stopWriting(ctx, work, { address: recipient, why: "bounced", note }).catch(ignoreConflict);
}
