import { eq } from "drizzle-orm";
import { leads, users } from "#drizzle/schema/schema";
import { awaitQuiet } from "#lib/cadence/await-quiet";
import { isClosed } from "#lib/cadence/lock-lead";
import { pauseCadence } from "#lib/cadence/pause-cadence";
import { stopWriting } from "#lib/deliveries/stop-writing";
import { ignoreConflict } from "#lib/errors";
import type { Ctx } from "#lib/events/context";
import type { Work } from "#lib/events/transact";
import { localDay } from "#lib/format/dates";
import { leadTextHash, storeLeadSource } from "#lib/leads/lead-source";
import { mailTitle } from "#lib/leads/mail-title";
import { applyStage } from "#lib/leads/move-stage";
import { stopCadence } from "#lib/leads/stop-cadence";
import { addEntry } from "#lib/leads/timeline";
import { type BounceReport, isForGood, ownWords, type ReceivedMail } from "#lib/parsers/received-mail";

/** What a mail answers. `recipient` is the folded address that is meant. */
export type Answered = {
  leadId: string;
  deliveryId: string | null;
  recipient: string;
  /** Nothing is written down of a lead that was deleted. */
  deleted?: boolean;
  report?: BounceReport;
};
type Arrived = Answered & { at: Date };
/** Keeps a mail of one sort; returns the source its words became, where they did. */
type Take = (ctx: Ctx, work: Work, arrived: Arrived, mail: ReceivedMail) => Promise<string | null>;

/** An answer of a person's: its words become a source, the follow-ups stop, and whoever was only written to is connected. */
export const takeReply: Take = async (ctx, work, { leadId, deliveryId, at }, mail) => {
  const [lead] = await work.tx.select().from(leads).where(eq(leads.id, leadId)).for("update");
  if (!lead) return null;
  const text = cleaned(ownWords(mail.text)) || "(A mail without words of its own.)";
  const authorId = lead.ownerId ?? lead.createdBy;
  const timeZone = await timeZoneOf(work, authorId);
  const sourceId = await storeLeadSource(ctx, work, {
    leadId,
    title: cleaned(mailTitle(lead.name, mail.subject)).slice(0, 200),
    text,
    heldOn: localDay(at, timeZone),
    timeZone,
    authorId,
    provenance: { via: "mail", format: "eml" },
    contentHash: leadTextHash(leadId, `${mail.messageId}\n${text}`),
  });
  const words = mail.subject ? `Answer: ${mail.subject}` : "Answer";
  await addEntry(ctx, work, {
    leadId,
    kind: "mail_in",
    at,
    words: cleaned(words),
    sourceId,
    ...of(deliveryId),
  });
  await stopCadence(work, leadId, "replied");
  if (!isClosed(lead)) await awaitQuiet(ctx, work, lead);
  if (lead.stage === "new" || lead.stage === "contacted") await applyStage(ctx, work, lead, "connected");
  return sourceId;
};

/** What a program answered counts for nothing and is never answered (RFC 3834, section 2): the follow-ups wait. */
export const takeAutoReply: Take = async (ctx, work, { leadId, deliveryId, at }, mail) => {
  const words = cleaned(`Automatic answer: ${mail.subject || "without a subject"}`);
  await addEntry(ctx, work, { leadId, kind: "auto_reply", at, words, ...of(deliveryId) });
  const [lead] = await work.tx
    .select({ id: leads.id, ownerId: leads.ownerId })
    .from(leads)
    .where(eq(leads.id, leadId));
  if (lead) await pauseCadence(ctx, work, lead);
  return null;
};

/** A report that a mail did not arrive. Where none will ever, nothing is sent there any more; a delay is only noted. */
export const takeBounce: Take = async (ctx, work, { leadId, deliveryId, recipient, deleted, report, at }) => {
  if (!report) return null;
  const { status, diagnostic } = report;
  const said = `${status}${diagnostic ? `: ${diagnostic}` : ""}`;
  const words = isForGood(report)
    ? `Did not arrive, and never will (${said})`
    : `Is late, or did not arrive yet (${said})`;
  const entry = {
    leadId,
    kind: "bounce",
    at,
    words: cleaned(words).slice(0, 300),
    ...of(deliveryId),
  } as const;
  if (!deleted) await addEntry(ctx, work, entry);
  if (isForGood(report))
    await stopWriting(ctx, work, {
      address: recipient,
      why: "bounced",
      note: cleaned(said).slice(0, 300),
    }).catch(ignoreConflict);
  return null;
};

/** The wish to get no more mail, in a mail. */
export const takeWish: Take = async (ctx, work, { recipient }) => {
  await stopWriting(ctx, work, { address: recipient, why: "unsubscribed" }).catch(ignoreConflict);
  return null;
};

async function timeZoneOf({ tx }: Work, userId: string): Promise<string> {
  const [row] = await tx.select({ timeZone: users.timeZone }).from(users).where(eq(users.id, userId));
  return row?.timeZone ?? "UTC";
}

function of(deliveryId: string | null) {
  return deliveryId === null ? {} : { deliveryId };
}

// Nothing that can’t be stored, and nothing that turns the direction of what stands beside it.
function cleaned(text: string): string {
  return text.replace(/[^\P{Cc}\n\t]|[\u202A-\u202E\u2066-\u2069]/gu, "").trim();
}
