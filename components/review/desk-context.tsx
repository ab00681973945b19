"use client";

import { createContext, useContext } from "react";
import type { TouchedWords } from "#components/review/edit-words";
import type { Editing } from "#components/review/use-editor";
import type { WatchMark } from "#components/review/use-reading";
import type { StatementChange } from "#lib/drafts/schema";
import type { DeskDraft } from "#lib/drafts/view";
import type { Evidence, Statement } from "#lib/grounding/statement";

/** Where a statement was pointed at: the other side scrolls to it. */
export type Side = "draft" | "evidence";

/** What the parts of an open draft share. */
export type Desk = {
  draft: DeskDraft;
  /** The latest revision this page knows, and its statements with the person's own changes on top, in order. */
  revision: number;
  statements: Statement[];
  evidence: Evidence[];
  /** The number of each statement, by id. */
  numbers: ReadonlyMap<string, number>;
  /** The statement that is highlighted on both sides. */
  current: string | null;
  /** The side it was pointed at: the other one scrolls. */
  from: Side;
  /** Whether this person may change the draft now. */
  allowed: boolean;
  /** The statements whose earlier record this person may not change as was proposed: it stays as it is. */
  notYours: ReadonlySet<string>;
  change: (change: StatementChange) => void;
  editing: Editing | null;
  startEdit: (statementId: string) => void;
  write: (words: TouchedWords) => void;
  /** Asks how a statement is to be split or merged; null closes the question. */
  reshape: (statementId: string | null) => void;
  save: () => void;
  cancel: () => void;
  /** Whether changes since the first revision are drawn into the text. */
  changes: boolean;
};

/** The hand: it never changes, so that what uses it alone is not drawn again when something is pointed at. */
export type Pointing = {
  /** While the pointer rests on a statement or its quote; null when it leaves. */
  point: (statementId: string | null, side: Side) => void;
  /** By focus, key or press: it stays. */
  choose: (statementId: string, side: Side) => void;
  /** Given to each mark of a quote: measures whether it was in view. */
  watch: WatchMark;
};

const DeskContext = createContext<Desk | null>(null);
export const DeskProvider = DeskContext.Provider;

export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error("A review form is shown inside the desk of its draft.");
  return desk;
}

const PointingContext = createContext<Pointing | null>(null);
export const PointingProvider = PointingContext.Provider;

export function usePointing(): Pointing {
  const pointing = useContext(PointingContext);
  if (!pointing) throw new Error("A statement is pointed at inside the desk of its draft.");
  return pointing;
}
