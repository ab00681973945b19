import { and, desc, eq, isNotNull } from "drizzle-orm";
import { deliveries, drafts, leads, letters, revisions, users } from "#drizzle/schema/schema";
import type { Database } from "#lib/db/store";
import { AppError } from "#lib/errors";
import type { Ctx } from "#lib/events/context";
import { localDay } from "#lib/format/dates";
import type { Statement } from "#lib/grounding/statement";
import { readOutreachOf, readVoiceOf } from "#lib/outreach/queries";
import type { LeadBrief, Occasion } from "#lib/workflows/define";
import { getCompany } from "#lib/workspace/queries";

type FollowUpRun = { leadId: string | null; occasion: Occasion | null; requestedBy: string };

/** Examples of how somebody writes: few, or they would be copied. */
const EXAMPLES = 3;
/** Mails to one lead beyond which nobody remembers what was said. */
const SAID = 20;

/**
 * Whom a follow-up is to, who writes it, how they wrote before, and what was sent to this lead already. Examples are
 * what people approved and sent to others: their words, without anybody's address. `not_found` where the lead was deleted.
 */
export async function readLeadBrief(ctx: Ctx, db: Database, run: FollowUpRun): Promise<LeadBrief> {
  const { leadId, occasion, requestedBy } = run;
  const [lead] = await db
    .select()
    .from(leads)
    .where(eq(leads.id, leadId ?? ""));
  if (!lead || lead.deletedAt || !occasion)
    throw new AppError("not_found", "The lead this is written to was deleted.");
  const [sender] = await db
    .select({ name: users.name, timeZone: users.timeZone })
    .from(users)
    .where(eq(users.id, requestedBy));
  const { signature, tone } = await readVoiceOf(db, requestedBy);
  const { businessName } = await readOutreachOf(db);
  return {
    name: lead.name,
    firstName: lead.firstName,
    company: lead.company,
    title: lead.title,
    occasion,
    today: localDay(ctx.now(), sender?.timeZone ?? "UTC"),
    sender: {
      name: sender?.name ?? "",
      company: businessName || (await getCompany(ctx)).name,
      signature,
      tone,
    },
    examples: await listExamples(db, requestedBy),
    said: await listSaid(db, lead.id),
  };
}

/** What was approved and sent by somebody, newest first. */
async function listExamples(db: Database, userId: string): Promise<LeadBrief["examples"]> {
  const rows = await sentRevisions(db)
    .where(and(eq(letters.approvedBy, userId), isNotNull(letters.sentAt)))
    .orderBy(desc(letters.sentAt))
    .limit(EXAMPLES);
  return rows.map(({ subject, statements }) => ({ subject, body: sentencesOf(statements).join(" ") }));
}

/** What was sent to a lead, the newest mail first: of many, the oldest are left out. */
async function listSaid(db: Database, leadId: string): Promise<string[]> {
  const rows = await sentRevisions(db)
    .where(and(eq(letters.leadId, leadId), isNotNull(letters.sentAt)))
    .orderBy(desc(letters.sentAt))
    .limit(SAID);
  return rows.flatMap(({ statements }) => sentencesOf(statements));
}

function sentRevisions(db: Database) {
  return db
    .select({ subject: drafts.title, statements: revisions.statements })
    .from(letters)
    .innerJoin(deliveries, eq(deliveries.id, letters.deliveryId))
    .innerJoin(drafts, eq(drafts.id, deliveries.draftId))
    .innerJoin(
      revisions,
      and(eq(revisions.draftId, deliveries.draftId), eq(revisions.number, deliveries.revision)),
    )
    .$dynamic();
}

/** What a mail says, without its subject. */
function sentencesOf(statements: Statement[]): string[] {
  return statements.flatMap(({ kept, section, text }) => (kept && section !== "subject" ? [text] : []));
}
