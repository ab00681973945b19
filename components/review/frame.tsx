"use client";

import { createContext, type RefObject, useContext } from "react";
import type { Problem } from "#components/review/session";
import type { DeskVerbs } from "#components/review/verbs";
import type { DeskDraft, DeskHold, QueueRow, QueueShow } from "#lib/drafts/view";

/** A decision, or what takes a draft out of one’s hands, on its way to the server. `send` brings the reason why it was not counted, or null. */
export type Decision = {
  draftId: string;
  title: string;
  /** What it is once it is done: "Approved". */
  past: string;
  send: () => Promise<Problem | null>;
  /** Takes it back, where that is not to be decided anew. */
  undo?: () => Promise<{ ok: true } | { ok: false; message: string }>;
  /** Whether the draft goes on waiting here, in other hands. */
  stays?: boolean;
};

/** A decision that came back. */
export type Trouble = { draftId: string; title: string; problem: Problem };

export type Place = {
  at: number | null;
  of: number;
  more: boolean;
  next: QueueRow | null;
  previous: QueueRow | null;
};

/** What the queue around a draft knows and does. It outlives the draft that is open. */
export type Frame = {
  place: Place;
  /** False where the decision is passed over, because one on the same draft stands. */
  decide: (decision: Decision) => boolean;
  /** Whether a draft was decided here, and stands to be taken back. */
  isDecided: (draftId: string) => boolean;
  /** Whether a decision just made can be taken back, before any change of the draft that is open. */
  canUndo: boolean;
  /** What the open draft can ask for, and the reader’s zone (IANA). */
  verbs: DeskVerbs;
  timeZone: string;
  /** The draft that was turned to and is drawn already; null where the page draws its own. */
  turned: DeskDraft | null;
  /** Takes over what a page read of it, or leaves it to the page. */
  renew: (draft: DeskDraft) => void;
  leave: () => void;
  /** Opens a draft and gives it the focus; null is the end of the queue. */
  open: (draftId: string | null) => void;
  /** Where a draft is read with the queue beside it as it is shown; null is the queue. */
  addressFor: (draftId: string | null) => string;
  trouble: Trouble | null;
  settle: () => void;
  /** Who reads which draft now. */
  holds: DeskHold[];
  /** Drafts given away here: this page asks for no hold on them any more. */
  given: RefObject<Set<string>>;
  /** Whether the address names the open draft; else it is the first of the queue. */
  inAddress: boolean;
  /** Shows another part of the queue. */
  showPart: (show: QueueShow) => void;
  /** The company’s zone (IANA), by which drafts are snoozed. */
  companyZone: string;
  /** Whether the draft that opens takes the focus, because a key or a decision brought the person there. */
  takesFocus: RefObject<boolean>;
  /** Whether the draft that opens comes up because the one before it was decided. */
  followsDecision: RefObject<boolean>;
};

const FrameContext = createContext<Frame | null>(null);
export const FrameProvider = FrameContext.Provider;

export function useFrame(): Frame {
  const frame = useContext(FrameContext);
  if (!frame) throw new Error("A draft is shown inside the DeskFrame.");
  return frame;
}
