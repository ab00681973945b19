import { and, desc, eq, gt } from "drizzle-orm";
import { revisions, rewrites, runs, users } from "#drizzle/schema/schema";
import type { Database } from "#lib/db/store";
import type { DeskDraft } from "#lib/drafts/view";
import type { UserCtx } from "#lib/events/context";

type Writing = Pick<DeskDraft, "writing" | "lastTry">;

/** A draft that nobody has asked to be written again. */
export const NOT_WRITING: Writing = { writing: null, lastTry: null };

/** Whether a draft is being written again, and else why nothing came of the last try since it last changed. */
export async function readWriting(ctx: UserCtx, db: Database, draftId: string): Promise<Writing> {
  const [run] = await db
    .select({
      id: runs.id,
      state: runs.state,
      writer: runs.writer,
      error: runs.error,
      requestedBy: runs.requestedBy,
      by: users.name,
      createdAt: runs.createdAt,
      endedAt: runs.endedAt,
      statementId: rewrites.statementId,
    })
    .from(rewrites)
    .innerJoin(runs, eq(runs.id, rewrites.runId))
    .innerJoin(users, eq(users.id, runs.requestedBy))
    .where(eq(rewrites.draftId, draftId))
    .orderBy(desc(runs.createdAt), desc(runs.id))
    .limit(1);
  if (!run) return NOT_WRITING;
  const { id: runId, state, writer, by, statementId } = run;
  if (state === "queued" || state === "writing" || state === "checking") {
    const { id, role } = ctx.actor;
    const mayStop = role !== "viewer" && (run.requestedBy === id || role === "leader" || role === "admin");
    const at = run.createdAt.toISOString();
    return { writing: { runId, state, writer, by, at, statementId, mayStop }, lastTry: null };
  }
  if (!run.error || !run.endedAt || (await hasGoneOn(db, draftId, run.endedAt))) return NOT_WRITING;
  const { sentence } = run.error;
  return { writing: null, lastTry: { runId, sentence, at: run.endedAt.toISOString() } };
}

async function hasGoneOn(db: Database, draftId: string, since: Date): Promise<boolean> {
  const [newer] = await db
    .select({ number: revisions.number })
    .from(revisions)
    .where(and(eq(revisions.draftId, draftId), gt(revisions.createdAt, since)))
    .limit(1);
  return newer !== undefined;
}
