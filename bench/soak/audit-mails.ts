import { eq, inArray } from "drizzle-orm";
import { deliveries, letters } from "#drizzle/schema/schema";
import type { Received } from "#e2e/doubles/mail-server";
import type { Store } from "#lib/db/store";

type Audit = {
  sent: number;
  unknown: number;
  /** Of the unknown ones those that the server has. */
  unknownThere: number;
  taken: number;
  wrong: string[];
};

/** Holds what a mail server took to what the database says of it: each approved mail once at most, and none without a word. */
export async function auditMails(store: Store, drafts: string[], mails: Received[]): Promise<Audit> {
  const wrong: string[] = [];
  const rows = await store.raw
    .select({
      draftId: deliveries.draftId,
      state: deliveries.state,
      reason: deliveries.reason,
      messageId: letters.messageId,
      raw: letters.raw,
    })
    .from(deliveries)
    .innerJoin(letters, eq(letters.deliveryId, deliveries.id))
    .where(inArray(deliveries.draftId, drafts));
  const taken = Map.groupBy(mails, ({ messageId }) => messageId ?? "without an id");
  const known = new Set(rows.map(({ messageId }) => `<${messageId}>`));
  if (known.size !== rows.length) wrong.push("Two mails have one Message-ID.");
  if (rows.length !== drafts.length) wrong.push(`${drafts.length} were approved, ${rows.length} are there.`);
  for (const [id, copies] of taken) {
    if (!known.has(id)) wrong.push(`${id} was approved by nobody.`);
    if (copies.length > 1) wrong.push(`${id} left ${copies.length} times.`);
  }
  let unknownThere = 0;
  for (const { state, reason, messageId, raw } of rows) {
    const [mail] = taken.get(`<${messageId}>`) ?? [];
    if (state === "sent" && !mail) wrong.push(`${messageId} is said to have left, and did not.`);
    if (state === "unknown" && !reason) wrong.push(`${messageId} is unknown without a reason.`);
    if (state === "unknown" && mail) unknownThere += 1;
    if (state !== "sent" && state !== "unknown") wrong.push(`${messageId} is ${state}: ${reason}`);
    const bytes = raw && Buffer.from(raw, "base64").toString();
    if (mail && bytes?.trimEnd() !== mail.raw.trimEnd()) wrong.push(`${messageId} left with other bytes.`);
  }
  const count = (wanted: string) => rows.filter(({ state }) => state === wanted).length;
  return { sent: count("sent"), unknown: count("unknown"), unknownThere, taken: mails.length, wrong };
}
