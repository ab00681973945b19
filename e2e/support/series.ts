import type { Stage } from "#e2e/support/cast";
import { stageDraft } from "#e2e/support/drafts";
import { approveDraft } from "#lib/drafts/approve-draft";
import { getDraft } from "#lib/drafts/queries";

export const WEEKLY = "Release planning";
export const NEXT = `Release 4.3 planning
Attendees: Ada, Bo, Dana

Dana ran the two-pass merge on the Hollis set.
ACTION: Bo to tell the pilot customer that format 3 stays
ACTION: Bo to order three new tablets
QUESTION: Who pays for the extra month?
DECISION: Ship 4.3 on 11 December with photo annotations instead of without them
`;

/** Approves a first meeting and stages the draft of the one after it. */
export async function meetTwice(
  stage: Stage,
  second: { text?: string; visibility?: "open" | "private" } = {},
) {
  const first = await stageDraft(stage, { series: WEEKLY, visibility: "open" });
  await approveDraft(stage.as("ada"), { draftId: first.draftId, revision: 1 });
  const next = await stageDraft(stage, { series: WEEKLY, text: NEXT, heldOn: "2026-11-27", ...second });
  return { first, next, draft: await getDraft(stage.as("ada"), next.draftId) };
}
