import type { Database } from "#lib/db/store";
import type { UserCtx } from "#lib/events/context";
import type { Statement } from "#lib/grounding/statement";
import { readMailFacts } from "#lib/outreach/mail-facts";
import { wordFor, worstOf } from "#lib/outreach/mail-reason";
import type { QueueMail } from "#lib/outreach/mail-view";
import { reasonsFor } from "#lib/outreach/reasons";

/** A draft that waits in the queue, with the lead it is to and its newest words. */
export type WaitingMail = { draftId: string; leadId: string; statements: Statement[] };

/** Of each mail whom it is to, and the worst that is to be said of it: a constant number of queries, however many there are. */
export async function readQueueMails(
  ctx: UserCtx,
  db: Database,
  waiting: WaitingMail[],
): Promise<Map<string, QueueMail>> {
  const facts = await readMailFacts(
    ctx,
    db,
    waiting.map(({ leadId }) => leadId),
    ctx.actor,
  );
  return new Map(
    waiting.flatMap(({ draftId, leadId, statements }) => {
      const known = facts.get(leadId);
      if (!known) return [];
      const { name, company } = known.lead;
      const worst = worstOf(reasonsFor(statements, known));
      const told = worst && { level: worst.level, word: wordFor(worst), sentence: worst.sentence };
      return [[draftId, { to: company ? `${name}, ${company}` : name, worst: told }]];
    }),
  );
}
