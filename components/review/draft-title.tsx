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
  return (
    <div className="px-5 pt-4 max-md:px-4 max-md:pt-3">
      <h2 ref={title} tabIndex={-1} className="rounded-sm text-lg tracking-tight text-pretty">
        {draft.title}
      </h2>
      {source && (
        <div className="mt-0.5 flex flex-wrap items-center gap-x-1.5 text-xs text-muted">
          <span>{formatDay(source.heldOn, { today: draft.today })}</span>
          {source.attendees.length > 0 && <Faces names={source.attendees.map((person) => person.name)} />}
          <span>{[attended(source), seenBy(source)].filter(Boolean).join(", ")}</span>
        </div>
      )}
    </div>
  );
}

function attended({ attendees }: DeskSource): string {
  return attendees.length > 0 ? `${attendees.length} attended` : "";
}

function seenBy({ visibility, teamName, authorName }: DeskSource): string {
  if (visibility === "private") return `seen by ${authorName}`;
  if (visibility === "attendees") return "seen by attendees";
  return visibility === "team" ? `seen by ${teamName ?? "a team"}` : "seen by everyone";
}
