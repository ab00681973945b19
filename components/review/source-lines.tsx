"use client";

import { useState } from "react";
import type { AddPlace } from "#components/review/evidence-pane";
import { ALL_SHOWN, chunksOf, foldLines } from "#components/review/folds";
import { LineChunk } from "#components/review/line-chunk";
import type { MarkedLine } from "#components/review/marks";
import { TextButton } from "#components/ui/text-link";
import type { DeskSource } from "#lib/drafts/view";

export type Part = "all" | "used" | "unmatched";

type SourceLinesProps = {
  source: DeskSource;
  lines: MarkedLine[];
  part: Part;
  onAdd: (place: AddPlace) => Promise<boolean>;
};

/** The lines of one source. A very long one is folded where no line is quoted; a fold opens on demand. */
export function SourceLines({ source, lines, part, onAdd }: SourceLinesProps) {
  const [opened, setOpened] = useState<ReadonlySet<number>>(new Set());
  const shown = lines.filter(
    (line) => part === "all" || (part === "used" ? line.used : line.unmatched.length > 0),
  );
  if (shown.length === 0) return <p className="px-4 py-4 text-muted">{nothing[part]}</p>;
  const spoken = lines.some((line) => line.time);
  return (
    <div className="py-1.5">
      {foldLines(shown, opened).map((stretch) =>
        stretch.folded ? (
          <p key={stretch.from} className="px-4 py-2 text-xs text-faint">
            {stretch.lines.length} lines without a quote.{" "}
            <TextButton onClick={() => setOpened(new Set([...opened, stretch.from]))}>Show them</TextButton>
          </p>
        ) : (
          chunksOf(stretch.lines, lines.length > ALL_SHOWN).map((chunk) => (
            <LineChunk
              key={chunk[0]?.number}
              source={source}
              lines={chunk}
              part={part}
              timed={spoken}
              onAdd={onAdd}
            />
          ))
        ),
      )}
    </div>
  );
}

const nothing: Record<Part, string> = {
  all: "The source is empty.",
  used: "No line is quoted.",
  unmatched: "Every sentence became a statement.",
};
