"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import type { ProblemBandProps } from "#components/review/bands";
import { diffStatements, type StatementDiff } from "#components/review/changes";
import type { Problem } from "#components/review/session";
import { countOf, firstName } from "#components/review/words";
import { Button } from "#components/ui/button";
import { Diff } from "#components/ui/diff";
import { Reason } from "#components/ui/reason";
import type { DeskConflict } from "#lib/drafts/view";
import { formatAge, formatDay, isDay } from "#lib/format/dates";

const lost: Record<Problem["doing"], string> = {
  edit: "Your change was not saved; what you wrote is still in the editor.",
  approve: "Your approval was not counted.",
  reject: "Your rejection was not counted.",
  snooze: "It was not snoozed.",
  "hand over": "It was not handed over.",
  reopen: "Nothing was taken back.",
  read: "",
};

const pasts: Record<DeskConflict["what"], (it: string) => string> = {
  approved: (it) => `approved ${it}`,
  rejected: (it) => `rejected ${it}`,
  edited: (it) => `edited ${it}`,
  reopened: (it) => `reopened ${it}`,
  rewritten: (it) => `wrote ${it} again`,
};

const writers: Record<string, string> = { rules: "The built-in rules" };

export type ConflictBandProps = ProblemBandProps & { conflict: DeskConflict };

/** Somebody was faster: who, when, what they did, and the difference to what this person saw. */
export function ConflictBand({ problem, conflict, title, draftId, draft, frame, close }: ConflictBandProps) {
  const router = useRouter();
  const diffs = diffStatements(problem.before, conflict.statements);
  const who = writers[conflict.by] ?? (conflict.by.startsWith("claude") ? "Claude" : firstName(conflict.by));
  const [age] = useState(() => formatAge(Date.now() - Date.parse(conflict.at)));
  const changed = diffs.length > 0 && problem.revision !== conflict.revision;
  const first =
    conflict.what === "edited" || conflict.what === "rewritten"
      ? "This changed"
      : `${who} changed ${countOf(diffs.length, "statement")} first`;
  // Somebody decided it, or decided on something newer: there is something to look at, or to leave behind.
  const decided = problem.doing !== "edit" && problem.doing !== "read";
  function reload() {
    close();
    if (title) frame.open(draftId);
    else router.refresh();
  }
  function goOn() {
    close();
    frame.open(frame.place.next?.id ?? null);
  }
  return (
    <div role="alert">
      <Reason
        tone="info"
        icon="swap"
        title={`${who} ${pasts[conflict.what](title ? `“${title}”` : "this")} ${age} ago.`}
        actions={
          <>
            {decided && !title && frame.place.next && (
              <Button size="sm" kbd="j" onClick={goOn}>
                Next draft
              </Button>
            )}
            {decided && (
              <Button size="sm" onClick={reload}>
                Open r{conflict.revision}
              </Button>
            )}
            <Button size="sm" tone="quiet" onClick={close}>
              Close
            </Button>
          </>
        }
      >
        {lost[problem.doing]}
        {changed && ` ${first}, r${problem.revision} → r${conflict.revision}:`}
      </Reason>
      {changed && <ConflictDiff diffs={diffs} today={draft.today} />}
    </div>
  );
}

function ConflictDiff({ diffs, today }: { diffs: StatementDiff[]; today: string }) {
  const word = (value: string) => (isDay(value) ? formatDay(value, { today }) : value);
  return (
    <ul className="max-h-60 overflow-auto">
      {diffs.map((diff) => (
        <li key={diff.id} className="border-b px-5 py-2.5 leading-5.5">
          <Diff before={diff.before} after={diff.after} />
          {diff.beside.map(({ label, from, to }) => (
            <span key={label} className="ml-3 text-xs text-muted">
              {label} <Diff before={word(from)} after={word(to)} />
            </span>
          ))}
        </li>
      ))}
    </ul>
  );
}
