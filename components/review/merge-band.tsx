"use client";

import { useState } from "react";
import { useDesk } from "#components/review/desk-context";
import { Ref } from "#components/review/ref";
import { countOf } from "#components/review/words";
import { Button } from "#components/ui/button";
import { Diff } from "#components/ui/diff";
import { Reason } from "#components/ui/reason";
import { TextButton } from "#components/ui/text-link";
import { openConflicts } from "#lib/drafts/open-conflicts";
import { type Day, formatDay } from "#lib/format/dates";
import type { Statement } from "#lib/grounding/statement";

/** Where a person and the writer changed the same: what stands, what the writer has, and a way to take that. */
export function MergeBand() {
  const { draft, statements, allowed, change, numbers } = useDesk();
  const [closed, setClosed] = useState(0);
  const open = openConflicts(draft.conflicts, statements);
  if (open.length === 0 || closed === draft.base || draft.state !== "pending") return null;

  function take({ id }: Statement, theirs: Statement | null) {
    if (!theirs) return change({ statementId: id, kept: false });
    const { text, person, due, to } = theirs;
    change({
      statementId: id,
      text,
      person: person && { id: person.id, name: person.name },
      dueOn: due?.on ?? null,
      ...(to !== undefined && { to: to?.name ?? null }),
    });
  }

  return (
    <section aria-label="Changed by both">
      <Reason
        tone="info"
        icon="swap"
        title={`${countOf(open.length, "statement")} ${open.length === 1 ? "was" : "were"} changed by people and by the writer.`}
        actions={
          <Button size="sm" tone="quiet" onClick={() => setClosed(draft.base)}>
            Keep ours
          </Button>
        }
      >
        What people wrote stands. Here is what r{draft.base} has instead.
      </Reason>
      <ul>
        {open.map(({ statementId, theirs }) => {
          const mine = statements.find(({ id }) => id === statementId);
          return (
            mine && (
              <li key={statementId} className="flex gap-3 border-b px-5 py-2.5 leading-5.5 max-md:px-4">
                <Ref number={numbers.get(statementId) ?? 0} current={false} />
                <span className="min-w-0 flex-1 wrap-anywhere">
                  {theirs ? (
                    <Diff before={words(mine, draft.today)} after={words(theirs, draft.today)} />
                  ) : (
                    <>{mine.text}. The writer found it no more.</>
                  )}
                </span>
                {allowed && (
                  <TextButton
                    aria-label={theirs ? `Take the writer’s: ${theirs.text}` : `Decline: ${mine.text}`}
                    onClick={() => take(mine, theirs)}
                  >
                    {theirs ? "Take the writer’s" : "Decline it"}
                  </TextButton>
                )}
              </li>
            )
          );
        })}
      </ul>
    </section>
  );
}

function words({ text, person, due }: Statement, today: Day): string {
  return [text, person?.name, due?.on && formatDay(due.on, { today })].filter(Boolean).join(", ");
}
