import { findBefore, getGrounded } from "#lib/drafts/base-revision";
import { lostRace } from "#lib/drafts/conflict";
import type { EditedDraft } from "#lib/drafts/edit-draft";
import { lockReviewable } from "#lib/drafts/find-draft";
import { listEvidence } from "#lib/drafts/revision-queries";
import { UndoEdit } from "#lib/drafts/schema";
import { writeRevision } from "#lib/drafts/write-revision";
import { AppError } from "#lib/errors";
import type { UserCtx } from "#lib/events/context";
import { transact } from "#lib/events/transact";

/**
 * Takes the last change of a draft that waits back: the next revision says what the one before the change said, on the
 * same versions of its sources. Asked again, it goes one change further. Nothing is removed from the history.
 * `conflict` where somebody was faster, `invalid` where nothing was changed yet.
 */
export async function undoEdit(ctx: UserCtx, input: UndoEdit): Promise<EditedDraft> {
  const { draftId, revision, fence } = UndoEdit.parse(input);
  return transact(ctx, async ({ tx, record }) => {
    const { draft } = await lockReviewable(ctx, tx, draftId, { revision, fence });
    if (draft.state !== "pending" || draft.currentRevision !== revision) throw await lostRace(tx, draftId);
    const restores = await findBefore(tx, draftId, revision);
    if (restores === null) throw new AppError("invalid", "Nothing was changed in this draft yet.");
    const before = await getGrounded(tx, draftId, restores);
    const number = await writeRevision(ctx, tx, draftId, revision, {
      ...before,
      origin: "restored",
      restores,
    });
    record({
      kind: "draft.restored",
      subjectId: draftId,
      draftId,
      data: { revision: number, to: restores },
    });
    return { revision: number, statements: before.statements, evidence: await listEvidence(tx, draftId) };
  });
}
