import { inArray } from "drizzle-orm";
import { mails } from "#drizzle/schema/schema";
import type { Work } from "#lib/events/transact";
import { DOUBTED } from "#lib/outbox/tries";

/** Makes every mail `unknown` that would still leave, for good, in the transaction that restores a backup at `now`. */
export async function doubtMails({ tx, record }: Work, now: Date): Promise<void> {
  const doubted = await tx
    .update(mails)
    .set({ ...DOUBTED, recipient: null, endedAt: now })
    .where(inArray(mails.state, ["scheduled", "sending"]))
    .returning({ id: mails.id, purpose: mails.purpose, userId: mails.userId, attempt: mails.attempt });
  for (const { id, ...about } of doubted) record({ kind: "mail.unknown", subjectId: id, data: about });
}
