import { and, eq, sql } from "drizzle-orm";
import { actions, decisions, mentions, questions } from "#drizzle/schema/schema";
import type { Tx } from "#lib/db/store";
import { AppError } from "#lib/errors";
import type { UserCtx } from "#lib/events/context";
import type { Work } from "#lib/events/transact";
import { visibleDraft } from "#lib/sources/visibility";
import type { MentionToMake } from "#lib/workflows/define";

/** A record of an earlier approval, as far as whose it is to change goes by it. */
export type EarlierRow = { draftId: string } & (
  | { kind: "action"; ownerId: string | null }
  | { kind: "decision" }
);
type MayChange = (row: EarlierRow) => Promise<boolean>;

/**
 * Carries out what an approval says of records that stood before, in the caller's transaction: completes actions,
 * supersedes decisions, and keeps where else a record was said. `conflict` naming the record that has changed since its
 * draft was written, or that the actor no longer sees, and `forbidden` naming the one that is not theirs to change:
 * notes of their own are no way around whose it is. Then nothing of the approval happens.
 */
export async function applyMentions(
  ctx: UserCtx,
  work: Work,
  draftId: string,
  toMake: MentionToMake[],
  mayChange: MayChange,
): Promise<void> {
  // In one order, so that two approvals about the same records wait for each other and not for ever.
  for (const mention of toMake.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    const version = await applyMention(ctx, work, draftId, mention, mayChange);
    const { statementId, kind, id: recordId, as } = mention;
    await work.tx
      .insert(mentions)
      .values({ draftId, statementId, kind, recordId, as, version, createdAt: ctx.now() });
  }
}

/** Returns the record's version after it was changed; null where it stays as it is. */
async function applyMention(
  ctx: UserCtx,
  work: Work,
  draftId: string,
  mention: MentionToMake,
  mayChange: MayChange,
): Promise<number | null> {
  switch (mention.as) {
    case "same":
      await holdRecord(ctx, work.tx, mention);
      return null;
    case "done":
      return complete(ctx, work, mention, mayChange);
    case "superseding":
      return supersede(ctx, work, draftId, mention, mayChange);
  }
}

const TABLES = { action: actions, decision: decisions, question: questions };

/**
 * Until the transaction ends, nobody takes the record's approval back: the mention would be of nothing. What is said again
 * of an action that was closed meanwhile would be lost in it.
 */
async function holdRecord(ctx: UserCtx, tx: Tx, { kind, id, version }: MentionToMake): Promise<void> {
  const table = TABLES[kind];
  const [row] = await tx
    .select({
      text: table.text,
      version: table.version,
      state: kind === "action" ? actions.state : sql<null>`null`,
    })
    .from(table)
    .where(and(eq(table.id, id), visibleDraft(ctx.actor, table.draftId)))
    .for("share");
  if (!row) throw gone(kind, "Choose “as a new one” for it.");
  if (kind !== "action" || row.version === version || row.state === "open") return;
  const what = row.state === "done" ? "completed" : "cancelled";
  throw new AppError(
    "conflict",
    `The earlier action “${row.text}” was ${what} since this draft was written. Look at it, and choose “as the same” or “as a new one” for it again.`,
  );
}

/** Null where somebody completed it in the meantime: then it is as it was approved to be. */
async function complete(
  ctx: UserCtx,
  { tx, record }: Work,
  { id, version }: MentionToMake,
  mayChange: MayChange,
): Promise<number | null> {
  const seen = visibleDraft(ctx.actor, actions.draftId);
  const [row] = await tx
    .update(actions)
    .set({
      state: "done",
      closedAt: ctx.now(),
      closedBy: ctx.actor.id,
      version: sql`${actions.version} + 1`,
    })
    .where(and(eq(actions.id, id), eq(actions.state, "open"), eq(actions.version, version), seen))
    .returning({
      version: actions.version,
      draftId: actions.draftId,
      ownerId: actions.ownerId,
      text: actions.text,
    });
  if (row) {
    if (!(await mayChange({ kind: "action", ...row })))
      throw new AppError(
        "forbidden",
        `Only its owner or a leader completes “${row.text}”. Choose “still open” for it, or ask them.`,
      );
    record({ kind: "action.completed", subjectId: id, draftId: row.draftId, data: {} });
    return row.version;
  }
  const [now] = await tx
    .select()
    .from(actions)
    .where(and(eq(actions.id, id), seen));
  if (!now) throw gone("action", "Choose “still open” for it.");
  if (now.state === "done") return null;
  const what = now.state === "open" ? "was changed" : "was cancelled";
  throw new AppError(
    "conflict",
    `The earlier action “${now.text}” ${what} since this draft was written. Look at it, and choose “done” or “still open” for it again.`,
  );
}

async function supersede(
  ctx: UserCtx,
  { tx, record }: Work,
  draftId: string,
  { id, version, statementId }: MentionToMake,
  mayChange: MayChange,
): Promise<number> {
  const [by] = await tx
    .select({ id: decisions.id })
    .from(decisions)
    .where(and(eq(decisions.draftId, draftId), eq(decisions.statementId, statementId)));
  if (!by) throw new Error(`Draft ${draftId} made no decision of ${statementId}.`);
  const seen = visibleDraft(ctx.actor, decisions.draftId);
  const [row] = await tx
    .update(decisions)
    .set({ supersededBy: by.id, version: sql`${decisions.version} + 1` })
    .where(and(eq(decisions.id, id), eq(decisions.version, version), seen))
    .returning({ version: decisions.version, draftId: decisions.draftId, text: decisions.text });
  if (row) {
    if (!(await mayChange({ kind: "decision", ...row })))
      throw new AppError(
        "forbidden",
        `Only who may approve the meeting that decided “${row.text}” overturns it. Choose “both stand” for it, or ask them.`,
      );
    record({ kind: "decision.superseded", subjectId: id, draftId: row.draftId, data: { by: by.id } });
    return row.version;
  }
  const [now] = await tx
    .select()
    .from(decisions)
    .where(and(eq(decisions.id, id), seen));
  if (!now) throw gone("decision", "Choose “both stand” for it.");
  throw new AppError(
    "conflict",
    `The earlier decision “${now.text}” was superseded since this draft was written. Look at it, and choose again.`,
  );
}

function gone(kind: string, advice: string): AppError {
  return new AppError(
    "conflict",
    `An earlier ${kind} that this draft is about is gone, or is not shared with you any more. ${advice}`,
  );
}
