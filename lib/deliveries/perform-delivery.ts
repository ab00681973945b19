import { and, eq } from "drizzle-orm";
import { deliveries, deliveryAttempts, letters } from "#drizzle/schema/schema";
import type { Answer } from "#lib/channels/channel";
import { type Claimed, type ClaimOf, claimDelivery } from "#lib/deliveries/claim";
import { claimLetter } from "#lib/deliveries/claim-letter";
import { claimPage } from "#lib/deliveries/claim-page";
import { claimPost } from "#lib/deliveries/claim-post";
import { keepRefused, keepSent } from "#lib/deliveries/keep-sent";
import type { LetterRules } from "#lib/deliveries/letter-rules";
import { AppError, ignoreConflict } from "#lib/errors";
import type { Ctx, Ports } from "#lib/events/context";
import { failpoint } from "#lib/events/failpoint";
import { transact, type Work } from "#lib/events/transact";
import { keepTrouble } from "#lib/mailboxes/keep-trouble";
import { afterAnswer, isAtTry, trySending } from "#lib/outbox/tries";

/**
 * Brings one due delivery to its channel: claim with an attempt on record, look once more whether the approval
 * stands, send outside any transaction, and keep the answer.
 */
export async function performDelivery(ports: Ports, rules: LetterRules, deliveryId: string): Promise<void> {
  const ctx: Ctx = { ...ports, actor: { kind: "system" } };
  const ofChannel = (channel: string): ClaimOf => {
    if (channel === "mail") return claimLetter(rules.readLetter);
    return channel === "export" ? claimPage : claimPost(rules.openSlack);
  };
  const held = await claimDelivery(ctx, deliveryId, ofChannel).catch(ignoreConflict);
  if (!held) return;
  const answer = await trySending(held.send);
  failpoint("delivery.left");
  await keepAnswer(ctx, rules, held, answer).catch(ignoreConflict);
}

function keepAnswer(ctx: Ctx, { afterSent }: LetterRules, { row }: Claimed, answer: Answer): Promise<void> {
  const { id, draftId, attempt } = row;
  const columns = afterAnswer(answer, row, ctx.now());
  return transact(ctx, async (work) => {
    const { tx, record, enqueue } = work;
    const [kept] = await tx
      .update(deliveries)
      .set(columns)
      .where(isAtTry(deliveries, row))
      .returning({ id: deliveries.id });
    if (!kept) throw new AppError("conflict", "The delivery has gone on in the meantime.");
    await tx
      .update(deliveryAttempts)
      .set({ endedAt: ctx.now(), answer: answer.ended })
      .where(and(eq(deliveryAttempts.deliveryId, id), eq(deliveryAttempts.number, attempt)));
    const sent = answer.ended === "sent" ? await keepSent(ctx, work, row, afterSent) : null;
    if (answer.ended === "failed" && answer.noMailbox) await keepRefused(ctx, work, row, answer.reason);
    if (row.channel === "mail") await keepTroubleOf(work, id, answer);
    const data = { attempt, ...(sent?.kept && { kept: true as const }) };
    record({ kind: `delivery.${answer.ended}`, subjectId: id, draftId, data });
    if (columns.dueAt) enqueue({ kind: "delivery", id, dueAt: columns.dueAt });
  });
}

/** What this try showed of the mailbox: of a server that answered about the mail, that it was reached. */
async function keepTroubleOf({ tx }: Work, deliveryId: string, answer: Answer): Promise<void> {
  const [letter] = await tx
    .select({ mailbox: letters.mailbox })
    .from(letters)
    .where(eq(letters.deliveryId, deliveryId));
  const trouble = answer.ended === "failed" && answer.notOpened ? answer.reason : null;
  if (letter) await keepTrouble(tx, letter.mailbox, trouble);
}
