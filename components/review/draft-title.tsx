"use client";

import type { RefObject } from "react";
import { Faces } from "#components/ui/face";
import type { DeskDraft, DeskSource } from "#lib/drafts/view";
import { formatDay } from "#lib/format/dates";

/** What the draft is about: the title, the day, who was there and who sees it. */
export function DraftTitle({
  draft,
  title,
}: {
  draft: DeskDraft;
  title: RefObject<HTMLHeadingElement | null>;
}) {
  const source = draft.sources[0];
  const names = [...new Set(draft.sources.flatMap(({ attendees }) => attendees.map(({ name }) => name)))];
  return (
    <div className="px-5 pt-4 max-md:px-4 max-md:pt-3">
      <h2 ref={title} tabIndex={-1} className="rounded-sm text-lg tracking-tight text-pretty">
        {draft.title}
      </h2>
      {source && (
        <div className="mt-0.5 flex flex-wrap items-center gap-x-1.5 text-xs text-muted">
          <span>{formatDay(source.heldOn, { today: draft.today })}</span>
          {names.length > 0 && <Faces names={names} />}
          <span>{[presence(draft, names.length), seenBy(source)].filter(Boolean).join(", ")}</span>
        </div>
      )}
    </div>
  );
}

function presence({ sections }: DeskDraft, count: number): string {
  if (count === 0) return "";
  return `${count} ${sections.some(({ person }) => person === "writer") ? "wrote" : "attended"}`;
}

function seenBy({ visibility, teamName, authorName }: DeskSource): string {
  if (visibility === "private") return `seen by ${authorName}`;
  if (visibility === "attendees") return "seen by attendees";
  return visibility === "team" ? `seen by ${teamName ?? "a team"}` : "seen by everyone";
}
