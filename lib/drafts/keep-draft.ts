import { getGrounded } from "#lib/drafts/base-revision";
import { lostRace } from "#lib/drafts/conflict";
import type { EditedDraft } from "#lib/drafts/edit-draft";
import { lockReviewable } from "#lib/drafts/find-draft";
import type { DraftText } from "#lib/drafts/merge-drafts";
import { moveTo } from "#lib/drafts/move-grounds";
import { listEvidence } from "#lib/drafts/revision-queries";
import { KeepDraft } from "#lib/drafts/schema";
import { writeRevision } from "#lib/drafts/write-revision";
import { AppError } from "#lib/errors";
import type { UserCtx } from "#lib/events/context";
import { transact } from "#lib/events/transact";
import { readSourceText } from "#lib/sources/queries";

/**
 * Lets a stale draft stand as it is: a person has seen the corrected source. Its next revision says the same and stands
 * on the new version: quotes that are there still are looked up. A statement whose last quote is gone is untraced, and
 * declined until a person keeps it: what can't be traced is never accepted by itself.
 * `conflict` where the draft or the source changed in the meantime, or the draft was not stale.
 */
export async function keepDraft(ctx: UserCtx, input: KeepDraft): Promise<EditedDraft> {
  const { draftId, revision, fence, version } = KeepDraft.parse(input);
  return transact(ctx, async ({ tx, record }) => {
    const {
      draft,
      sourceId,
      version: from,
      newest,
    } = await lockReviewable(ctx, tx, draftId, {
      revision,
      fence,
    });
    if (draft.state !== "pending" || draft.currentRevision !== revision) throw await lostRace(tx, draftId);
    if (newest !== version)
      throw new AppError("conflict", "The source was corrected once more. Look at what is different now.");
    if (newest === from) throw new AppError("conflict", "This draft stands on the newest version already.");
    const before = await getGrounded(tx, draftId, revision);
    const texts = [
      await readSourceText(tx, sourceId, from),
      await readSourceText(tx, sourceId, version),
    ] as const;
    const moved = withoutUntraced(before, moveTo(before, ...texts));
    const sources = before.sources.map((one) => (one.sourceId === sourceId ? { sourceId, version } : one));
    const number = await writeRevision(ctx, tx, draftId, revision, { ...moved, sources, origin: "carried" });
    record({ kind: "draft.kept", subjectId: draftId, draftId, data: { revision: number, version } });
    return { revision: number, statements: moved.statements, evidence: await listEvidence(tx, draftId) };
  });
}

function withoutUntraced(before: DraftText, { statements, evidence }: DraftText): DraftText {
  const traced = new Set(before.statements.filter(({ trace }) => trace !== "untraced").map(({ id }) => id));
  const lost = (id: string, trace: string) => trace === "untraced" && traced.has(id);
  return {
    evidence,
    statements: statements.map((one) => (lost(one.id, one.trace) ? { ...one, kept: false } : one)),
  };
}
