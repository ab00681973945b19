"use client";

import { useState } from "react";
import { useDesk } from "#components/review/desk-context";
import { Ref } from "#components/review/ref";
import { countOf } from "#components/review/words";
import { Button } from "#components/ui/button";
import { Diff } from "#components/ui/diff";
import { Reason } from "#components/ui/reason";
import type { DeskChange, DeskStale } from "#lib/drafts/view";
import { formatMoment } from "#lib/format/moments";

export type StaleBandProps = {
  timeZone: string;
  pending: boolean;
  onRewrite: () => void;
  onKeep: () => void;
};

/** How many changed lines are shown before somebody asks for the rest. */
const FIRST = 4;

/** The source was corrected after the draft was written: what changed, and the two ways on. */
export function StaleBand({ timeZone, pending, onRewrite, onKeep }: StaleBandProps) {
  const { draft, allowed } = useDesk();
  const [all, setAll] = useState(false);
  const { stale } = draft;
  if (!stale) return null;
  const shown = all ? stale.changes : stale.changes.slice(0, FIRST);
  const left = stale.changes.length + stale.more - shown.length;
  return (
    <section aria-label="Corrected source" role="status">
      <Reason
        tone="warn"
        icon="refresh"
        title={`${stale.by} corrected the source, ${formatMoment(new Date(stale.at), timeZone)}.`}
        actions={
          allowed && (
            <>
              <Button size="sm" tone="primary" kbd="g" pending={pending} onClick={onRewrite}>
                Write again from version {stale.version}
              </Button>
              <Button size="sm" onClick={onKeep}>
                Keep this draft
              </Button>
            </>
          )
        }
      >
        {stale.reason && `“${stale.reason}”. `}
        {touchedWords(stale)} Until one or the other is chosen, it can’t be approved.
      </Reason>
      <ul>
        {shown.map((change) => (
          <ChangedLine key={`${change.number} ${change.before === null}`} change={change} stale={stale} />
        ))}
      </ul>
      {left > 0 && (
        <div className="border-b px-5 py-2 max-md:px-4">
          {all ? (
            <p className="text-xs text-muted">And {countOf(left, "line")} more, in the source itself.</p>
          ) : (
            <Button size="sm" tone="quiet" onClick={() => setAll(true)}>
              Show {countOf(left, "more line")}
            </Button>
          )}
        </div>
      )}
    </section>
  );
}

function touchedWords({ lost, touched }: DeskStale): string {
  const parts = [
    lost.length &&
      `${countOf(lost.length, "statement")} ${lost.length === 1 ? "has" : "have"} lost the quote`,
    touched.length && `the sentence behind ${countOf(touched.length, "statement")} reads differently`,
  ].filter((part) => part !== 0);
  if (parts.length === 0) return "Every quote of this draft still stands there.";
  const words = parts.join(", and ");
  return `${words.replace(/^./, (first) => first.toUpperCase())}.`;
}

function ChangedLine({ change, stale }: { change: DeskChange; stale: DeskStale }) {
  const { numbers } = useDesk();
  return (
    <li className="flex gap-3 border-b px-5 py-2.5 leading-5.5 max-md:px-4">
      <span className="flex-none text-xs leading-5.5 text-faint">line {change.number}</span>
      <span className="min-w-0 wrap-anywhere">
        <Diff before={change.before ?? ""} after={change.after ?? ""} />
        {change.behind.map((id) => (
          <span key={id} className="ml-1.5 text-xs text-muted">
            <Ref number={numbers.get(id) ?? 0} current={false} />
            {stale.lost.includes(id) && " quote gone"}
          </span>
        ))}
      </span>
    </li>
  );
}
