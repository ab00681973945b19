import type { Visibility } from "#drizzle/schema/sources";
import type { Who } from "#e2e/permissions/people";
import type { SharedVerb } from "#e2e/permissions/shared-verbs";
import { notes, pendingDraft } from "#e2e/permissions/staged";
import type { Stage } from "#e2e/support/cast";
import { NOTES, stageDraft, storeNotes } from "#e2e/support/drafts";
import { editDraft } from "#lib/drafts/edit-draft";
import { joinStatements } from "#lib/drafts/join-statements";
import { keepDraft } from "#lib/drafts/keep-draft";
import { splitStatement } from "#lib/drafts/split-statement";
import { undoEdit } from "#lib/drafts/undo-edit";
import { rewriteDraft } from "#lib/runs/rewrite-draft";
import { correctSource } from "#lib/sources/correct-source";

const REVIEWERS: Who[] = ["author", "attendee", "leader", "admin"];

/** The verbs that write another revision of a draft that waits, and the one that makes it stale. */
export const REVISION_VERBS: Record<string, SharedVerb> = {
  undoEdit: {
    prepare: editedDraft,
    act: (ctx, draftId) => undoEdit(ctx, { draftId, revision: 2 }),
    may: REVIEWERS,
  },
  keepDraft: {
    prepare: staleDraft,
    act: (ctx, draftId) => keepDraft(ctx, { draftId, revision: 1, version: 2 }),
    may: REVIEWERS,
  },
  splitStatement: {
    prepare: pendingDraft,
    act: (ctx, draftId) =>
      splitStatement(ctx, { draftId, revision: 1, statementId: "a1", texts: ["Run it", "Tell Bo"] }),
    may: REVIEWERS,
  },
  joinStatements: {
    prepare: pendingDraft,
    act: (ctx, draftId) =>
      joinStatements(ctx, { draftId, revision: 1, statementId: "a1", withId: "a2", text: "Run it, tell Bo" }),
    may: REVIEWERS,
  },
  rewriteDraft: {
    prepare: pendingDraft,
    act: (ctx, draftId) => rewriteDraft(ctx, { draftId, revision: 1 }),
    may: REVIEWERS,
  },
  correctSource: {
    prepare: async (stage, visibility) => (await storeNotes(stage, notes(visibility))).sourceId,
    act: (ctx, sourceId) =>
      correctSource(ctx, { sourceId, version: 1, text: "Nothing was said.", reason: "Wrong meeting" }),
    may: ["author", "leader", "admin"],
  },
};

async function editedDraft(stage: Stage, visibility: Visibility): Promise<string> {
  const draftId = await pendingDraft(stage, visibility);
  const changes = [{ statementId: "a1", kept: false }];
  await editDraft(stage.as("bo"), { draftId, revision: 1, changes });
  return draftId;
}

async function staleDraft(stage: Stage, visibility: Visibility): Promise<string> {
  const { draftId, sourceId } = await stageDraft(stage, notes(visibility));
  await correctSource(stage.as("bo"), {
    sourceId,
    version: 1,
    text: `${NOTES}\n${sourceId}`,
    reason: "More",
  });
  return draftId;
}
