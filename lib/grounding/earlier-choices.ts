import type { EarlierAs } from "#lib/grounding/earlier";

/** Between which two a reviewer chooses, by what was proposed. */
export const CHOICES: Record<EarlierAs, readonly [EarlierAs, EarlierAs]> = {
  open: ["done", "open"],
  done: ["done", "open"],
  same: ["same", "new"],
  superseding: ["superseding", "new"],
  new: ["same", "new"],
};
