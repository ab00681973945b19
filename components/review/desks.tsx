"use client";

import { Activity } from "react";
import { DraftDesk } from "#components/review/draft-desk";
import type { DeskDraft } from "#lib/drafts/view";

/** A draft whose desk is drawn by the frame. The key holds while it is open, and is another where what nobody saw yet has changed. */
export type Drawn = { key: string; draft: DeskDraft };

export function asDrawn(draft: DeskDraft): Drawn {
  return { key: `${draft.id} ${draft.revision}`, draft };
}

type DesksProps = {
  /** The draft that was turned to. */
  turned: Drawn | null;
  /** The one that a key turns to next. */
  ahead: Drawn | null;
  /** The one before it, which is taken out of the page later: that takes time, too. */
  left: Drawn | null;
};

/**
 * The desk of the draft that was turned to, and hidden the next one, drawn while nobody waits for it. What is hidden
 * has no effects: it is neither heard nor measured as read, holds nothing, and takes no keys and no focus.
 */
export function Desks({ turned, ahead, left }: DesksProps) {
  const drawn = new Map([left, ahead, turned].flatMap((one) => (one ? [[one.draft.id, one]] : [])));
  return [...drawn.values()].map((one) => (
    <Activity key={one.key} mode={one === turned ? "visible" : "hidden"}>
      <DraftDesk draft={one.draft} />
    </Activity>
  ));
}
