import { and, eq, sql } from "drizzle-orm";
import { actions, decisions, mentions } from "#drizzle/schema/schema";
import { AppError } from "#lib/errors";
import type { Work } from "#lib/events/transact";

/**
 * Takes back what an approval did to records that stood before, in the caller's transaction: opens actions again, lets
 * decisions stand again, as if they had not been touched. `conflict` where somebody has worked with one of them since.
 */
export async function takeBackMentions(work: Work, draftId: string): Promise<void> {
  const made = await work.tx.select().from(mentions).where(eq(mentions.draftId, draftId));
  for (const mention of made.toSorted((a, b) => (a.recordId < b.recordId ? -1 : 1))) {
    if (mention.version === null) continue;
    if (mention.as === "done") await reopen(work, mention);
    if (mention.as === "superseding") await restore(work, mention);
  }
  await work.tx.delete(mentions).where(eq(mentions.draftId, draftId));
}

type Mention = typeof mentions.$inferSelect;

async function reopen({ tx, record }: Work, { recordId, version }: Mention): Promise<void> {
  const [row] = await tx
    .update(actions)
    .set({ state: "open", closedAt: null, closedBy: null, version: sql`${actions.version} - 1` })
    .where(and(eq(actions.id, recordId), eq(actions.state, "done"), eq(actions.version, version ?? 0)))
    .returning({ draftId: actions.draftId });
  if (row) return record({ kind: "action.reopened", subjectId: recordId, draftId: row.draftId, data: {} });
  const [now] = await tx.select({ text: actions.text }).from(actions).where(eq(actions.id, recordId));
  if (now) throw touched("action", now.text);
}

async function restore({ tx, record }: Work, { recordId, version }: Mention): Promise<void> {
  const [row] = await tx
    .update(decisions)
    .set({ supersededBy: null, version: sql`${decisions.version} - 1` })
    .where(and(eq(decisions.id, recordId), eq(decisions.version, version ?? 0)))
    .returning({ draftId: decisions.draftId });
  if (row) return record({ kind: "decision.restored", subjectId: recordId, draftId: row.draftId, data: {} });
  const [now] = await tx.select({ text: decisions.text }).from(decisions).where(eq(decisions.id, recordId));
  if (now) throw touched("decision", now.text);
}

function touched(kind: string, text: string): AppError {
  return new AppError(
    "conflict",
    `Somebody has worked with the earlier ${kind} “${text}” since this approval changed it, so the approval stays.`,
  );
}
