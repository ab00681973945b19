"use client";

import { Face } from "#components/ui/face";
import type { DeskDraft, DeskReview, DeskRevision } from "#lib/drafts/view";
import { formatMoment } from "#lib/format/moments";

const WRITERS: Record<string, string> = { rules: "Built-in rules" };
const pasts: Record<DeskReview["decision"], string> = {
  approved: "approved",
  edited: "edited",
  rejected: "rejected",
  undone: "took the decision back on",
};

type Line = { key: string; at: string; by: string; what: string; reason: string | null };

export type HistoryProps = { draft: DeskDraft; timeZone: string };

/** Who wrote and who decided which revision, newest first. */
export function History({ draft, timeZone }: HistoryProps) {
  return (
    <ol aria-label="History" className="text-xs text-muted">
      {linesOf(draft).map(({ key, at, by, what, reason }) => (
        <li key={key} className="flex items-start gap-2 border-b px-5 py-2 last:border-b-0 max-md:px-4">
          <Face name={by} size="sm" />
          <span className="min-w-0 flex-1">
            <b className="font-medium text-ink">{by}</b> {what}
            {reason && <span className="block text-pretty">“{reason}”</span>}
          </span>
          <time dateTime={at} className="flex-none text-faint">
            {formatMoment(new Date(at), timeZone)}
          </time>
        </li>
      ))}
    </ol>
  );
}

function linesOf({ revisions, reviews }: DeskDraft): Line[] {
  // An edit is both a revision and a review; the revision tells it.
  const decided = reviews.filter((review) => review.decision !== "edited").map(reviewLine);
  return [...revisions.map(revisionLine), ...decided].sort((a, b) => b.at.localeCompare(a.at));
}

const origins: Record<DeskRevision["origin"], string> = {
  written: "wrote",
  edited: "edited",
  rewritten: "wrote it again",
  restored: "took the last change back",
  carried: "kept it for the corrected source",
};

function revisionLine({ number, by, at, origin, restores }: DeskRevision): Line {
  const to = restores ? `, as r${restores} was` : "";
  const what = number === 1 ? "wrote r1" : `${origins[origin]}, r${number - 1} → r${number}${to}`;
  return { key: `r${number}`, at, by: WRITERS[by] ?? by, what, reason: null };
}

function reviewLine({ decision, revision, by, reason, at }: DeskReview): Line {
  return { key: `${decision}-${at}`, at, by, what: `${pasts[decision]} r${revision}`, reason };
}
