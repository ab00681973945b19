import type { Visibility } from "#drizzle/schema/sources";
import { sharing } from "#e2e/permissions/people";
import type { Stage } from "#e2e/support/cast";
import { NOTES, stageDraft } from "#e2e/support/drafts";

let told = 0;

/** Notes of Bo's for an audience. No two are the same text, which would be the same source. */
export function notes(visibility: Visibility) {
  told += 1;
  // Others’ actions, or they would be the same as those that were approved before.
  const text = NOTES.replace("Hollis set", `Hollis set ${told}`).replace("customer", `customer ${told}`);
  return { by: "bo", text, ...sharing(visibility) } as const;
}

/** A draft of Bo's that waits. */
export async function pendingDraft(stage: Stage, visibility: Visibility): Promise<string> {
  return (await stageDraft(stage, notes(visibility))).draftId;
}
