"use client";

import { memo } from "react";
import { useDesk } from "#components/review/desk-context";
import type { AddPlace } from "#components/review/evidence-pane";
import { MarkedText } from "#components/review/marked-text";
import type { MarkedLine } from "#components/review/marks";
import { Ref } from "#components/review/ref";
import type { Part } from "#components/review/source-lines";
import { UnmatchedNote } from "#components/review/unmatched-note";
import type { DeskSource } from "#lib/drafts/view";

type SourceLineProps = {
  source: DeskSource;
  line: MarkedLine;
  part: Part;
  /** Whether the lines of this source begin with the time. */
  timed: boolean;
  onAdd: (place: AddPlace) => Promise<boolean>;
};

/** One line of a source: who spoke and when, or its number, and the words with their marks. */
export function SourceLine({ source, line, part, timed, onAdd }: SourceLineProps) {
  const { current, numbers, allowed } = useDesk();
  const quotes = new Set(line.pieces.flatMap((piece) => piece.quotedBy));
  const ends = line.pieces.flatMap((piece) => piece.endOf);
  const active = current !== null && quotes.has(current) ? current : null;
  const inGutter = !timed && ends.length === 1 ? ends[0]! : null;
  const noted = allowed ? line.unmatched.filter((sentence) => sentence.hint || part === "unmatched") : [];
  return (
    <div className={timed ? turnLook : lineLook}>
      <span className="pt-px text-right font-mono text-2xs leading-5 text-faint">
        {timed ? line.time : line.number}
      </span>
      {!timed && (
        <span className="flex pt-0.75">
          {inGutter && <Ref number={numbers.get(inGutter) ?? 0} current={inGutter === active} />}
        </span>
      )}
      <div className="min-w-0">
        <p className={`${line.speaker ? "text-muted" : ""} ${line.used && timed ? "leading-5.5" : ""}`}>
          {line.speaker && <b className="mr-1.5 text-ink">{line.speaker}</b>}
          <span data-words={source.id} data-from={line.textStart}>
            <Words
              text={source.text}
              line={line}
              active={active}
              numbers={numbers}
              refs={inGutter === null}
              part={part}
            />
          </span>
        </p>
        {noted.map((sentence) => (
          <UnmatchedNote
            key={sentence.start}
            hint={sentence.hint}
            words={source.text.slice(sentence.start, sentence.end)}
            onAdd={(section) =>
              onAdd({ section, sourceId: source.id, start: sentence.start, end: sentence.end })
            }
          />
        ))}
      </div>
    </div>
  );
}

/** Drawn again only when its own marks change: pointing at a statement touches two lines, not the whole source. */
const Words = memo(MarkedText);

const turnLook = "grid grid-cols-[52px_minmax(0,1fr)] gap-x-0 py-1.25 pr-4 [&>:first-child]:pr-3 leading-5";
const lineLook =
  "grid grid-cols-[34px_22px_minmax(0,1fr)] py-px pr-4 [&>:first-child]:pr-2 leading-5 max-md:grid-cols-[40px_24px_minmax(0,1fr)] max-md:py-0.75";
