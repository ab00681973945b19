"use client";

import { type ReactNode, useEffect, useRef, useState } from "react";
import { AddSelected } from "#components/review/add-selected";
import { useDesk } from "#components/review/desk-context";
import { type Part, SourceLines } from "#components/review/source-lines";
import { StatementIndex } from "#components/review/statement-index";
import { useMarkedSources } from "#components/review/use-marked-sources";
import { ThemeToggle } from "#components/shell/theme-toggle";
import { Icon } from "#components/ui/icon";
import { Segmented } from "#components/ui/segmented";
import { TextLink } from "#components/ui/text-link";
import type { DeskDraft, DeskSource } from "#lib/drafts/view";
import { formatDay } from "#lib/format/dates";

/** The sources of a draft with every quote marked. The one that is pointed at in the draft comes into view. */
export function EvidencePane({
  onAdd,
  close,
}: {
  onAdd: (place: AddPlace) => Promise<boolean>;
  close?: ReactNode;
}) {
  const { draft, current, from } = useDesk();
  const [part, setPart] = useState<Part>("all");
  const body = useRef<HTMLDivElement>(null);
  const sources = useMarkedSources();
  const lines = sources.flatMap((source) => source.lines);
  const count = (fits: (line: (typeof lines)[number]) => boolean) => lines.filter(fits).length;

  useEffect(() => {
    if (!current || from === "evidence") return;
    const mark = body.current?.querySelector(`[data-quoted~="${CSS.escape(current)}"]`);
    mark?.scrollIntoView({ block: "nearest" });
  }, [current, from]);

  const segments = [
    { value: "all", label: "All", count: lines.length },
    { value: "used", label: "Used", count: count((line) => line.used) },
    { value: "unmatched", label: "Unmatched", count: count((line) => line.unmatched.length > 0) },
  ];
  const title = titleOf(
    draft,
    sources.some((source) => source.spoken),
  );
  return (
    <section aria-label="Evidence" className="flex h-full min-h-0 min-w-0 flex-col bg-page">
      <header className="flex min-h-(--size-bar) flex-none items-center gap-2 border-b pr-3 pl-4 max-md:py-1">
        <h2 className="whitespace-nowrap">{title}</h2>
        {sources.slice(0, 1).map(({ source }) => (
          <span key={source.id} className="truncate text-xs">
            <TextLink href={`/sources/${source.id}`}>Open the source</TextLink>
          </span>
        ))}
        <span className="ml-auto flex flex-none items-center gap-2">
          <Segmented
            label="Lines to show"
            segments={segments}
            value={part}
            onChange={(value) => setPart(value as Part)}
          />
          {close}
          <span className="hidden lg:flex">
            <ThemeToggle />
          </span>
        </span>
      </header>
      <section
        ref={body}
        data-evidence
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
        aria-label={title}
        className="relative min-h-0 flex-1 scroll-py-16 overflow-auto focus-visible:-outline-offset-2"
      >
        <StatementIndex />
        <AddSelected body={body} onAdd={onAdd} />
        {sources.map(({ source, lines: marked }) => (
          <div key={source.id}>
            {sources.length > 1 && <SourceHead source={source} today={draft.today} />}
            <SourceLines source={source} lines={marked} part={part} onAdd={onAdd} />
          </div>
        ))}
      </section>
    </section>
  );
}

function titleOf({ mail }: DeskDraft, spoken: boolean): string {
  if (mail) return "Sources";
  return spoken ? "Transcript" : "Notes";
}

/** Words of a source, and the section they become a statement of. `quote` is what was read there. */
export type AddPlace = { section: string; sourceId: string; start: number; end: number; quote?: string };

function SourceHead({ source, today }: { source: DeskSource; today: string }) {
  return (
    <div className="flex h-8 items-center gap-2 border-b bg-page px-4 text-xs text-muted">
      <Icon name="documents" size="sm" />
      <b className="truncate text-ink">{source.title}</b>
      <span className="truncate">
        {source.authorName}, {formatDay(source.heldOn, { today })}
      </span>
    </div>
  );
}
