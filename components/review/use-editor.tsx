"use client";

import { useEffect, useEffectEvent, useRef, useState } from "react";
import { trimChange } from "#components/review/changes";
import {
  changeOf,
  dropWords,
  type EditPlace,
  findWords,
  keepWords,
  type TouchedWords,
} from "#components/review/edit-words";
import type { Problem } from "#components/review/session";
import type { StatementChange } from "#lib/drafts/schema";
import { isCarried } from "#lib/grounding/earlier-choices";
import type { Statement } from "#lib/grounding/statement";

export type Editing = { statementId: string; touched: TouchedWords; error: string | null };

type EditorInput = {
  draftId: string;
  revision: number;
  statements: Statement[];
  allowed: boolean;
  problem: Problem | null;
  edit: (input: { change: StatementChange }) => Promise<boolean>;
  focusRow: (statementId: string) => void;
};

/** The one statement that is being written. Its words survive a failed save, and a reload of the tab. */
export function useEditor({ draftId, revision, statements, allowed, problem, edit, focusRow }: EditorInput) {
  const [editing, setEditing] = useState<Editing | null>(null);
  const kept = useRef<EditPlace | null>(null);

  // Once, when the draft opens: later revisions carry the words along themselves.
  const restore = useEffectEvent(() => {
    const found = allowed ? findWords(draftId, revision) : null;
    if (found) setEditing({ ...found, error: null });
  });
  useEffect(() => restore(), []);

  useEffect(() => {
    if (!editing) return;
    const place = { draftId, revision, statementId: editing.statementId };
    if (kept.current && kept.current.revision !== revision) dropWords(kept.current);
    kept.current = place;
    if (Object.keys(editing.touched).length > 0) keepWords(place, editing.touched);
  }, [editing, draftId, revision]);

  function afterSave(saved: boolean, words: Editing, place: EditPlace | null) {
    if (saved && place) dropWords(place);
    const error = "Not saved. Your words are still here; save again to try.";
    if (!saved) setEditing((open) => open ?? { ...words, error });
  }

  /** Saves and closes. False where the words can't be saved as they are; the editor then says why. */
  function save(then: "focus row" | "go on" = "focus row"): boolean {
    const statement = statements.find((one) => one.id === editing?.statementId);
    if (!editing || !statement) return true;
    if (editing.touched.text !== undefined && !editing.touched.text.trim()) {
      setEditing({ ...editing, error: "A statement needs words." });
      return false;
    }
    const change = trimChange(statement, changeOf(statement.id, editing.touched));
    const place = kept.current;
    kept.current = null;
    setEditing(null);
    if (then === "focus row") focusRow(statement.id);
    if (change) void edit({ change }).then((saved) => afterSave(saved, editing, place));
    else if (place) dropWords(place);
    return true;
  }

  function start(statementId: string) {
    const statement = statements.find((one) => one.id === statementId);
    if (!statement || !allowed || isCarried(statement)) return;
    if (editing?.statementId === statementId || !save("go on")) return;
    setEditing({ statementId, touched: {}, error: null });
  }

  function forget() {
    if (kept.current) dropWords(kept.current);
    kept.current = null;
  }

  function cancel() {
    if (!editing) return;
    forget();
    setEditing(null);
    focusRow(editing.statementId);
  }

  return {
    editing: editing && { ...editing, error: editing.error && (whyOf(problem) ?? editing.error) },
    start,
    write: (words: TouchedWords) =>
      setEditing((open) => open && { ...open, touched: { ...open.touched, ...words } }),
    save,
    cancel,
  };
}

/** A conflict is told over the draft with its difference; here it only says what saving again will do. */
function whyOf(problem: Problem | null): string | null {
  if (!problem) return null;
  if (problem.conflict) return `Not saved. Save again to change r${problem.conflict.revision}.`;
  return problem.requestId ? `${problem.message} Request ${problem.requestId}.` : problem.message;
}
