"use client";

import { useMemo } from "react";
import { useDesk } from "#components/review/desk-context";
import { type MarkedLine, markLines } from "#components/review/marks";
import type { DeskSource } from "#lib/drafts/view";
import { parseLines, type SourceLine } from "#lib/parsers/turns";

export type MarkedSource = {
  source: DeskSource;
  /** The lines that say something; blank ones are left out and keep their numbers. */
  lines: MarkedLine[];
  /** Whether most lines say who speaks. */
  spoken: boolean;
};

/** The sources cut at quotes and unmatched sentences. Done again only when a statement was added. */
export function useMarkedSources(): MarkedSource[] {
  const { draft, evidence } = useDesk();
  const { sources } = draft;
  return useMemo(() => sources.map((source) => marked(source, evidence)), [sources, evidence]);
}

function marked(source: DeskSource, evidence: ReturnType<typeof useDesk>["evidence"]): MarkedSource {
  const places = evidence.filter((place) => place.sourceId === source.id);
  // A sentence that was made a statement here is not unmatched any more, even before the page is read again.
  const left = source.unmatched.filter(
    ({ start, end }) => !places.some((place) => place.start < end && place.end > start),
  );
  const read = parseLines(source.text).filter((line) => source.text.slice(line.start, line.end).trim());
  const spoken = read.filter((line) => line.speaker).length * 2 > read.length;
  return { source, lines: markLines(spoken ? read : read.map(asWritten), places, left), spoken };
}

/** In notes a word and a colon seldom name who speaks: such a line is shown as it was written. */
function asWritten(line: SourceLine): SourceLine {
  return { ...line, time: null, speaker: null, textStart: line.start };
}
