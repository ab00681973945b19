import type { Database } from "#lib/db/store";
import type { UserCtx } from "#lib/events/context";
import type { Statement } from "#lib/grounding/statement";
import { greetingFor } from "#lib/outreach/compose";
import { readMailFacts } from "#lib/outreach/mail-facts";
import type { BatchMail } from "#lib/outreach/mail-view";
import { reasonsFor } from "#lib/outreach/reasons";

/** A mail among others that are approved together, and why it can't be; null where a draft is none. */
export async function readBatchMail(
  ctx: UserCtx,
  db: Database,
  { draftId, leadId, statements }: { draftId: string; leadId: string | null; statements: Statement[] },
): Promise<BatchMail | null> {
  const facts = leadId ? (await readMailFacts(ctx, db, [leadId], ctx.actor, draftId)).get(leadId) : undefined;
  if (!facts) return null;
  const { name, company } = facts.lead;
  const blocks = reasonsFor(statements, facts).filter(({ level }) => level === "block");
  return {
    to: company ? `${name}, ${company}` : name,
    greeting: greetingFor(facts.lead),
    block: blocks[0]?.sentence ?? null,
  };
}
