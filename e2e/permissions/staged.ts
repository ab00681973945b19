import type { Visibility } from "#drizzle/schema/sources";
import { sharing } from "#e2e/permissions/people";
import type { Stage } from "#e2e/support/cast";
import { notesOf, stageDraft } from "#e2e/support/drafts";

let told = 0;

/** Notes of Bo's for an audience. No two are the same text, which would be the same source. */
export function notes(visibility: Visibility) {
  told += 1;
  return { by: "bo", text: notesOf(`Hollis${told}`), ...sharing(visibility) } as const;
}

/** A draft of Bo's that waits. */
export async function pendingDraft(stage: Stage, visibility: Visibility): Promise<string> {
  return (await stageDraft(stage, notes(visibility))).draftId;
}
