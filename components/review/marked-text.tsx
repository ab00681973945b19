"use client";

import { usePointing } from "#components/review/desk-context";
import type { MarkedLine, Piece } from "#components/review/marks";
import { Ref } from "#components/review/ref";
import type { Part } from "#components/review/source-lines";
import { lastWordAt } from "#components/review/words";

type MarkedTextProps = {
  text: string;
  line: MarkedLine;
  active: string | null;
  numbers: ReadonlyMap<string, number>;
  /** Whether numbers stand after the quotes; else the gutter has them. */
  refs: boolean;
  part: Part;
};

/** The words of a line. What is quoted lies under the marker, with the numbers of its statements behind it. */
export function MarkedText({ text, line, active, numbers, refs, part }: MarkedTextProps) {
  return line.pieces.map((piece) => {
    const words = text.slice(piece.start, piece.end);
    if (piece.quotedBy.length === 0) {
      const told = piece.unmatched && (piece.unmatched.hint || part === "unmatched");
      return told ? (
        <span key={piece.start} className="unmatched text-ink">
          {words}
        </span>
      ) : (
        words
      );
    }
    return (
      <Quoted key={piece.start} words={words} piece={piece} active={active} numbers={refs ? numbers : null} />
    );
  });
}

type QuotedProps = {
  words: string;
  piece: Piece;
  active: string | null;
  numbers: ReadonlyMap<string, number> | null;
};

function Quoted({ words, piece, active, numbers }: QuotedProps) {
  const { point, choose, watch } = usePointing();
  const { quotedBy, endOf } = piece;
  const target = quotedBy.at(-1)!;
  const current = active !== null && quotedBy.includes(active) ? "true" : undefined;
  const cut = numbers && endOf.length > 0 ? lastWordAt(words) : words.length;
  const mark = {
    ref: watch,
    "data-quoted": quotedBy.join(" "),
    "aria-current": current,
    onPointerMove: () => !current && point(target, "evidence"),
    onPointerLeave: () => point(null, "evidence"),
    onClick: () => choose(target, "evidence"),
  } as const;
  return (
    <>
      {cut > 0 && <mark {...mark}>{words.slice(0, cut)}</mark>}
      {cut < words.length && (
        <span className="whitespace-nowrap">
          <mark {...mark}>{words.slice(cut)}</mark>
          {endOf.map((id) => (
            <span key={id} className="ml-1 align-[1px]">
              <Ref number={numbers?.get(id) ?? 0} current={id === active} />
            </span>
          ))}
        </span>
      )}
    </>
  );
}
