import { and, asc, eq } from "drizzle-orm";
import type { LetterText } from "#drizzle/schema/deliveries";
import { deliveries, drafts, letters, revisions } from "#drizzle/schema/schema";
import type { ConsentStanding } from "#lib/consent/rules";
import type { Database, Tx } from "#lib/db/store";
import { AppError } from "#lib/errors";
import type { Ctx } from "#lib/events/context";
import { domainsOf, foldAddress } from "#lib/format/mail-address";
import type { Statement } from "#lib/grounding/statement";
import { composeLetter } from "#lib/outreach/compose";
import { type MailFacts, readMailFacts, type Sender } from "#lib/outreach/mail-facts";
import type { MailReason } from "#lib/outreach/mail-reason";
import { reasonsFor } from "#lib/outreach/reasons";
import { unsubscribeUrl } from "#lib/outreach/unsubscribe-link";

/** A mail as it would leave now: null where nothing could. A reason that blocks keeps it from leaving. */
export type LetterReading = {
  letter: LetterText | null;
  /** The id of a mailbox, "shared", or "outbox" where it is only kept as a file. */
  mailbox: string;
  standing: ConsentStanding;
  reasons: MailReason[];
};

/**
 * Reads the mail of a draft's revision as `sender` would send it now, from what is true now. It says the same each time
 * as long as nothing changed. Makes the page at which whoever gets it unsubscribes, once. `invalid` where the draft is
 * no mail.
 */
export async function readLetter(
  ctx: Ctx,
  db: Tx | Database,
  of: { draftId: string; revision: number; sender: Sender },
): Promise<LetterReading> {
  const { leadId, statements } = await readStatements(db, of);
  const facts = (await readMailFacts(ctx, db, [leadId], of.sender, of.draftId)).get(leadId);
  if (!facts) throw new AppError("not_found", "There is no such lead, or it was deleted.");
  const { standing, mailbox, lead } = facts;
  const reasons = reasonsFor(statements, facts);
  if (!lead.address) return { letter: null, mailbox: mailbox.id, standing, reasons };
  const url = await unsubscribeUrl(db, lead.address, facts.site ?? NOWHERE, ctx.now());
  const messageId = (await keptMessageId(db, of.draftId)) ?? newMessageId(of.draftId, facts);
  return { letter: letterOf(statements, facts, { url, messageId }), mailbox: mailbox.id, standing, reasons };
}

/** The mail that kept sentences make, for a lead with an address. */
export function letterOf(
  statements: Statement[],
  facts: MailFacts,
  { url, messageId }: { url: string; messageId: string },
): LetterText {
  const { lead, mailbox, outreach, signature, parent } = facts;
  return composeLetter(statements, {
    from: mailbox.from,
    to: { name: lead.name, firstName: lead.firstName, address: lead.email ?? lead.address ?? "" },
    signature,
    company: outreach,
    unsubscribe: { url, mailto: mailbox.id === "outbox" ? null : mailbox.from.address },
    messageId,
    parent,
  });
}

/** Where links lead as long as mails are kept as files and nobody said at which address Countersign is opened. */
export const NOWHERE = "http://localhost:3000";

async function readStatements(
  db: Tx | Database,
  { draftId, revision }: { draftId: string; revision: number },
) {
  const [row] = await db
    .select({ leadId: drafts.leadId, statements: revisions.statements })
    .from(drafts)
    .innerJoin(revisions, and(eq(revisions.draftId, drafts.id), eq(revisions.number, revision)))
    .where(eq(drafts.id, draftId));
  if (!row?.leadId) throw new AppError("invalid", "This draft is no mail to a lead.");
  return { leadId: row.leadId, statements: row.statements };
}

/** Once per draft: approved again, a mail keeps the id it had (RFC 5322, section 3.6.4). */
async function keptMessageId(db: Tx | Database, draftId: string): Promise<string | null> {
  const [row] = await db
    .select({ messageId: letters.messageId })
    .from(letters)
    .innerJoin(deliveries, eq(deliveries.id, letters.deliveryId))
    .where(eq(deliveries.draftId, draftId))
    .orderBy(asc(letters.approvedAt))
    .limit(1);
  return row?.messageId ?? null;
}

/** Drafts have ids that no other has; what stands after the @ is the sender's own domain. */
function newMessageId(draftId: string, { mailbox }: MailFacts): string {
  return `${draftId}@${domainsOf(foldAddress(mailbox.from.address) ?? "")[0] ?? "countersign.invalid"}`;
}
