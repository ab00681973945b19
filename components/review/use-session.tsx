"use client";

import { useEffect, useReducer, useRef, useState } from "react";
import { EditLine } from "#components/review/edit-line";
import {
  openSession,
  type Problem,
  problemOf,
  type Refusal,
  statementsOf,
  stepSession,
} from "#components/review/session";
import type { DeskVerbs } from "#components/review/verbs";
import { expectOwn } from "#components/shell/live-notices";
import { reach } from "#components/shell/reach";
import type { StatementChange, StatementToAdd } from "#lib/drafts/schema";
import type { DeskAnswer, DeskDraft } from "#lib/drafts/view";

const LOST = "The connection broke before the answer came. What you wrote is kept here.";

/** What is sent on the revision before: a change or an added statement, or another verb that writes the next one. */
type Edit =
  | { change: StatementChange }
  | { add: StatementToAdd }
  | { ask: (seen: Seen) => Promise<DeskAnswer> };

/** What a change is made on: the revision that was seen, and the fence of the hold, where there is one. */
type Seen = { draftId: string; revision: number; fence?: number };

/** A draft being worked on: changes show at once and are sent one after the other, each on the revision before. */
export function useSession(draft: DeskDraft, verbs: DeskVerbs, fence: () => number | undefined) {
  const [session, dispatch] = useReducer(stepSession, draft, openSession);
  const [line] = useState(() => new EditLine(draft.revision));
  const keys = useRef(0);

  useEffect(() => {
    line.read(draft.revision);
    dispatch({ kind: "reloaded", draft });
  }, [draft, line]);

  /** Sends one edit. False where it was not saved; `session.problem` then says why. */
  function edit(input: Edit): Promise<boolean> {
    const key = ++keys.current;
    dispatch({ kind: "sent", key, change: "change" in input ? input.change : null });
    return line.send(async (revision) => {
      const seen = { draftId: draft.id, revision, fence: fence() };
      const answer = await reach(() => sendEdit(verbs, seen, input), LOST);
      dispatch({ kind: "answered", key, answer });
      return answer;
    });
  }

  /** Decides on the revision that all edits on their way lead to. The reason where it was not counted, else null. */
  async function decide(doing: "approve" | "reject", send: (revision: number) => Promise<DeskAnswer>) {
    const unsaved: Refusal = { ok: false, code: "invalid", message: "A change before it was not saved." };
    // With nothing on its way the request leaves at once, before the page turns: Next lets a navigation overtake
    // an action that has begun, but holds it back for one that begins after it.
    const saved = line.isEmpty || (await line.saved());
    const lost = "The connection broke before the answer came. Open the draft to see whether it was counted.";
    expectOwn(doing === "approve" ? "draft.approved" : "draft.rejected", draft.id);
    const answer = saved ? await reach(() => send(line.revision), lost) : unsaved;
    if (answer.ok) return null;
    const problem: Problem = problemOf(doing, answer, { ...session, statements: statementsOf(session) });
    dispatch({ kind: "refused", problem });
    return problem;
  }

  return {
    session,
    statements: statementsOf(session),
    edit,
    decide,
    /** The revision that all edits on their way lead to; null where one of them was not saved. */
    settled: async () => ((await line.saved()) ? line.revision : null),
    settle: () => dispatch({ kind: "refused", problem: null }),
  };
}

function sendEdit(verbs: DeskVerbs, seen: Seen, input: Edit): Promise<DeskAnswer> {
  if ("ask" in input) return input.ask(seen);
  return verbs.edit(
    "add" in input ? { ...seen, changes: [], add: input.add } : { ...seen, changes: [input.change] },
  );
}
