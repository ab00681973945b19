import { and, eq, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import { actions, decisions, mentions } from "#drizzle/schema/schema";
import { AppError } from "#lib/errors";
import type { UserCtx } from "#lib/events/context";
import type { Work } from "#lib/events/transact";
import { visibleDraft } from "#lib/sources/visibility";

/**
 * Takes back what an approval did to records that stood before, in the caller's transaction: opens actions again, lets
 * decisions stand again, as if they had not been touched. `conflict` where somebody has worked with one of them since,
 * in its words to who sees them.
 */
export async function takeBackMentions(ctx: UserCtx, work: Work, draftId: string): Promise<void> {
  const made = await work.tx.select().from(mentions).where(eq(mentions.draftId, draftId));
  for (const mention of made.toSorted((a, b) => (a.recordId < b.recordId ? -1 : 1))) {
    if (mention.version === null) continue;
    if (mention.as === "done") await reopen(ctx, work, mention);
    if (mention.as === "superseding") await restore(ctx, work, mention);
  }
  await work.tx.delete(mentions).where(eq(mentions.draftId, draftId));
}

type Mention = typeof mentions.$inferSelect;

async function reopen(ctx: UserCtx, { tx, record }: Work, { recordId, version }: Mention): Promise<void> {
  const [row] = await tx
    .update(actions)
    .set({ state: "open", closedAt: null, closedBy: null, version: sql`${actions.version} - 1` })
    .where(and(eq(actions.id, recordId), eq(actions.state, "done"), eq(actions.version, version ?? 0)))
    .returning({ draftId: actions.draftId });
  if (row) return record({ kind: "action.reopened", subjectId: recordId, draftId: row.draftId, data: {} });
  const [now] = await tx
    .select({ text: actions.text, seen: seenBy(ctx, actions.draftId) })
    .from(actions)
    .where(eq(actions.id, recordId));
  if (now) throw touched("action", now);
}

async function restore(ctx: UserCtx, { tx, record }: Work, { recordId, version }: Mention): Promise<void> {
  const [row] = await tx
    .update(decisions)
    .set({ supersededBy: null, version: sql`${decisions.version} - 1` })
    .where(and(eq(decisions.id, recordId), eq(decisions.version, version ?? 0)))
    .returning({ draftId: decisions.draftId });
  if (row) return record({ kind: "decision.restored", subjectId: recordId, draftId: row.draftId, data: {} });
  const [now] = await tx
    .select({ text: decisions.text, seen: seenBy(ctx, decisions.draftId) })
    .from(decisions)
    .where(eq(decisions.id, recordId));
  if (now) throw touched("decision", now);
}

function seenBy(ctx: UserCtx, draftId: AnyPgColumn) {
  return sql<boolean>`${visibleDraft(ctx.actor, draftId)}`;
}

function touched(kind: string, { text, seen }: { text: string; seen: boolean }): AppError {
  const which = seen ? `the earlier ${kind} “${text}”` : `an earlier ${kind} that is not shared with you`;
  return new AppError(
    "conflict",
    `Somebody has worked with ${which} since this approval changed it, so the approval stays.`,
  );
}
