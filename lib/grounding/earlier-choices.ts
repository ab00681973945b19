import type { EarlierAs, EarlierLink } from "#lib/grounding/earlier";

/** Between which two a reviewer chooses, by what was proposed. */
export const CHOICES: Record<EarlierAs, readonly [EarlierAs, EarlierAs]> = {
  open: ["done", "open"],
  done: ["done", "open"],
  same: ["same", "new"],
  superseding: ["superseding", "new"],
  new: ["same", "new"],
};

/** Whether a statement is an open action of an earlier meeting, carried over as it is: its own page changes it. */
export function isCarried({ earlier }: { earlier?: EarlierLink | undefined }): boolean {
  return earlier?.proposed === "open" || earlier?.proposed === "done";
}

/** What whoever tries to change one in a draft is told. */
export const CARRIED = "What is still open from before is changed on its own page, not in this draft.";
