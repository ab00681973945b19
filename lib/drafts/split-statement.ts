import { freshId } from "#lib/drafts/align-statements";
import { getGrounded, listTakenIds } from "#lib/drafts/base-revision";
import { changeStatement } from "#lib/drafts/change-statement";
import type { EditedDraft } from "#lib/drafts/edit-draft";
import { lockReviewable } from "#lib/drafts/find-draft";
import { listEvidence } from "#lib/drafts/revision-queries";
import { SplitStatement } from "#lib/drafts/schema";
import { writeRevision } from "#lib/drafts/write-revision";
import { AppError } from "#lib/errors";
import type { UserCtx } from "#lib/events/context";
import { transact } from "#lib/events/transact";
import { CARRIED, isCarried } from "#lib/grounding/earlier-choices";

/**
 * Makes one statement two, side by side. The first keeps the id; both keep person, date and every quote.
 * `conflict` where somebody was faster, `invalid` for a statement that isn't there.
 */
export async function splitStatement(ctx: UserCtx, input: SplitStatement): Promise<EditedDraft> {
  const { draftId, revision, fence, statementId, texts } = SplitStatement.parse(input);
  return transact(ctx, async ({ tx, record }) => {
    await lockReviewable(ctx, tx, draftId, { revision, fence });
    const before = await getGrounded(tx, draftId, revision);
    const split = before.statements.find(({ id }) => id === statementId);
    if (!split) throw new AppError("invalid", "This statement is not part of the draft.");
    if (isCarried(split)) throw new AppError("invalid", CARRIED);
    const id = freshId(statementId, await listTakenIds(tx, draftId));
    const statements = before.statements.flatMap((one) =>
      one === split
        ? [
            changeStatement(one, { statementId, text: texts[0] }),
            // Of the two one is about what was said before; the other stands for itself.
            { ...changeStatement(one, { statementId, text: texts[1] }), id, earlier: undefined },
          ]
        : [one],
    );
    const evidence = before.evidence.flatMap((place) =>
      place.statementId === statementId ? [place, { ...place, statementId: id }] : [place],
    );
    const next = { statements, evidence, sources: before.sources, origin: "edited" } as const;
    const number = await writeRevision(ctx, tx, draftId, revision, next);
    record({ kind: "draft.edited", subjectId: draftId, draftId, data: { revision: number } });
    return { revision: number, statements, evidence: await listEvidence(tx, draftId) };
  });
}
