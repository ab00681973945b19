import { eq } from "drizzle-orm";
import type { RunError } from "#drizzle/schema/runs";
import { drafts, rewrites } from "#drizzle/schema/schema";
import type { Database, Tx } from "#lib/db/store";
import { alignStatements } from "#lib/drafts/align-statements";
import { type BaseRevision, getBase, getGrounded, listTakenIds } from "#lib/drafts/base-revision";
import { type DraftText, type MergedDraft, mergeDrafts } from "#lib/drafts/merge-drafts";
import { moveTo } from "#lib/drafts/move-grounds";
import { replaceStatement } from "#lib/drafts/replace-statement";
import { writeRevision } from "#lib/drafts/write-revision";
import type { Ctx } from "#lib/events/context";
import type { Work } from "#lib/events/transact";
import type { Grounded } from "#lib/grounding/ground";
import { readSourceText } from "#lib/sources/queries";

export type Rewrite = typeof rewrites.$inferSelect;
type Ran = { id: string; sources: { sourceId: string; version: number }[] };

/** What a run is to write again, if it is. */
export async function findRewrite(db: Tx | Database, runId: string): Promise<Rewrite | null> {
  const [rewrite] = await db.select().from(rewrites).where(eq(rewrites.runId, runId));
  return rewrite ?? null;
}

/**
 * Makes what a run wrote the next revision of the draft it was asked to write again, in the caller's transaction, with
 * everything people changed up to now put into it. Where the draft was decided meanwhile, or the one statement asked
 * for was not found in the source, it stays as it is: `nothing` says so.
 */
export async function takeRewrite(
  ctx: Ctx,
  { tx, record }: Work,
  rewrite: Rewrite,
  grounded: Grounded,
  run: Ran,
): Promise<{ revision: number } | { nothing: RunError }> {
  const { draftId, statementId } = rewrite;
  const [draft] = await tx.select().from(drafts).where(eq(drafts.id, draftId)).for("no key update");
  if (draft?.state !== "pending") return { nothing: decided(draft?.state) };
  const seen = draft.currentRevision;
  const { mine, base } = await readBoth(tx, draftId, seen, run.sources);
  const theirs = alignStatements([mine, base], grounded, await listTakenIds(tx, draftId));
  const next = statementId
    ? replaceStatement({ base, mine, theirs: grounded }, statementId)
    : { merged: mergeDrafts(base, mine, theirs), written: theirs };
  if (!next) return { nothing: NOT_FOUND };
  const revision = await writeRevision(ctx, tx, draftId, seen, {
    ...textOf(next.merged),
    origin: "rewritten",
    sources: run.sources,
    runId: run.id,
    rewritten: {
      written: next.written.statements,
      places: next.written.evidence,
      conflicts: next.merged.conflicts,
    },
  });
  record({ kind: "draft.rewritten", subjectId: draftId, draftId, data: { revision, runId: run.id } });
  return { revision };
}

/** What people have and what the run before wrote, as both stand on the versions that were written from now. */
async function readBoth(
  tx: Tx,
  draftId: string,
  seen: number,
  versions: Ran["sources"],
): Promise<{ mine: DraftText; base: DraftText }> {
  const mine = await getGrounded(tx, draftId, seen);
  const base: BaseRevision = await getBase(tx, draftId, seen);
  return { mine: await standOn(tx, mine, versions), base: await standOn(tx, base, versions) };
}

async function standOn(
  tx: Tx,
  draft: DraftText & { sources: Ran["sources"] },
  versions: Ran["sources"],
): Promise<DraftText> {
  let moved: DraftText = { statements: draft.statements, evidence: draft.evidence };
  for (const { sourceId, version } of versions) {
    const from = draft.sources.find((one) => one.sourceId === sourceId)?.version;
    if (from === undefined || from === version) continue;
    const before = await readSourceText(tx, sourceId, from);
    moved = moveTo(moved, before, await readSourceText(tx, sourceId, version));
  }
  return moved;
}

function textOf({ statements, evidence }: MergedDraft): DraftText {
  return { statements, evidence };
}

function decided(state: string | undefined): RunError {
  const was = state === "approved" || state === "rejected" ? state : "decided";
  return {
    kind: "decided",
    sentence: `The draft was ${was} while it was being written again. It stays as it was; what the writing cost is recorded.`,
  };
}

const NOT_FOUND: RunError = {
  kind: "not_found",
  sentence:
    "The writer did not find this statement in the source, so it stays as it was. Ask in other words.",
};
