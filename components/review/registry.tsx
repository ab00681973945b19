import { followUpForm } from "#components/review/follow-up";
import { plainForm, type ReviewForm } from "#components/review/forms";
import { meetingNotesForm } from "#components/review/meeting-notes";
import { PlainBody } from "#components/review/plain-body";
import { standupForm } from "#components/review/standup";
import { countOf } from "#components/review/words";
import type { QueueRow } from "#lib/drafts/view";

/** The form of each workflow that has one of its own; every other workflow has the plain one. */
const forms: Record<string, ReviewForm> = {
  "follow-up": followUpForm,
  "meeting-notes": meetingNotesForm,
  standup: standupForm,
};

export function formOf(workflow: string): ReviewForm {
  return forms[workflow] ?? { ...plainForm, Body: PlainBody };
}

/** What is in a draft, for its row in the queue: "6 actions, 3 decisions". */
export function summaryOf({ workflow, counts }: QueueRow): string {
  const parts = formOf(workflow)
    .counted(counts.kept)
    .flatMap(({ section, noun }) => {
      const count = counts.kept[section] ?? 0;
      return count > 0 ? [countOf(count, noun)] : [];
    });
  return parts.join(", ") || "nothing kept";
}
