"use client";

import { useEffect, useRef, useState } from "react";
import { useDesk } from "#components/review/desk-context";
import type { AddPlace } from "#components/review/evidence-pane";
import type { MarkedLine } from "#components/review/marks";
import { SourceLine } from "#components/review/source-line";
import type { Part } from "#components/review/source-lines";
import type { DeskSource } from "#lib/drafts/view";

type LineChunkProps = {
  source: DeskSource;
  lines: MarkedLine[];
  part: Part;
  timed: boolean;
  onAdd: (place: AddPlace) => Promise<boolean>;
};

/** Below this many lines a piece is drawn at once. */
const SMALL = 40;
const AHEAD = "1500px";
const LINE_PX = 26;

/**
 * Some lines of a source, drawn once they come near or hold the quote that is pointed at: a text of two megabytes has more
 * lines than a browser draws while somebody waits.
 */
export function LineChunk({ source, lines, part, timed, onAdd }: LineChunkProps) {
  const { current } = useDesk();
  const box = useRef<HTMLDivElement>(null);
  const [seen, setSeen] = useState((lines[0]?.number ?? 0) <= SMALL * 2);
  const wanted = seen || (current !== null && lines.some((line) => quotes(line, current)));

  useEffect(() => {
    const place = box.current;
    if (wanted || !place) return;
    const watch = new IntersectionObserver(
      (entries) => entries.some((one) => one.isIntersecting) && setSeen(true),
      {
        root: place.closest("[data-evidence]"),
        rootMargin: AHEAD,
      },
    );
    watch.observe(place);
    return () => watch.disconnect();
  }, [wanted]);

  if (!wanted) return <div ref={box} style={{ height: lines.length * LINE_PX }} />;
  return lines.map((line) => (
    <SourceLine key={line.number} source={source} line={line} part={part} timed={timed} onAdd={onAdd} />
  ));
}

function quotes({ pieces }: MarkedLine, statementId: string): boolean {
  return pieces.some(({ quotedBy }) => quotedBy.includes(statementId));
}
