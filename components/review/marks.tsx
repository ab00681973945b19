import type { DeskSource } from "#lib/drafts/view";
import type { Evidence } from "#lib/grounding/statement";
import type { SourceLine } from "#lib/parsers/turns";

export type Unmatched = DeskSource["unmatched"][number];

/** A stretch of a line that is marked the same way throughout. */
export type Piece = {
  start: number;
  end: number;
  /** The statements that quote it. */
  quotedBy: string[];
  /** The statements whose quote ends here: their numbers follow. */
  endOf: string[];
  unmatched: Unmatched | null;
};

export type MarkedLine = SourceLine & { pieces: Piece[]; used: boolean; unmatched: Unmatched[] };

type Stretch = { start: number; end: number; id: string | null; unmatched: Unmatched | null };

/** Cuts the lines of a source where quotes and unmatched sentences begin and end. Linear in lines and marks. */
export function markLines(
  lines: SourceLine[],
  evidence: Pick<Evidence, "statementId" | "start" | "end">[],
  unmatched: Unmatched[],
): MarkedLine[] {
  const waiting: Stretch[] = [
    ...evidence.map(({ statementId, start, end }) => ({ start, end, id: statementId, unmatched: null })),
    ...unmatched.map((sentence) => ({ ...sentence, id: null, unmatched: sentence })),
  ].sort((a, b) => a.start - b.start);
  let open: Stretch[] = [];
  let next = 0;
  return lines.map((line) => {
    open = open.filter((stretch) => stretch.end > line.textStart);
    while (next < waiting.length && waiting[next]!.start < line.end) open.push(waiting[next++]!);
    return markLine(line, open);
  });
}

function markLine(line: SourceLine, open: Stretch[]): MarkedLine {
  const here = open.filter((stretch) => stretch.start < line.end && stretch.end > line.textStart);
  const cuts = new Set([line.textStart, line.end]);
  for (const { start, end } of here) {
    if (start > line.textStart) cuts.add(start);
    if (end < line.end) cuts.add(end);
  }
  const edges = [...cuts].sort((a, b) => a - b);
  const pieces = edges.slice(1).map((end, i) => pieceOf(edges[i]!, end, here));
  return {
    ...line,
    pieces,
    used: pieces.some((piece) => piece.quotedBy.length > 0),
    unmatched: here.flatMap((stretch) => stretch.unmatched ?? []),
  };
}

function pieceOf(start: number, end: number, stretches: Stretch[]): Piece {
  const over = stretches.filter((stretch) => stretch.start < end && stretch.end > start);
  const quotes = over.filter((stretch) => stretch.id !== null);
  return {
    start,
    end,
    quotedBy: quotes.map((stretch) => stretch.id!),
    endOf: quotes.filter((stretch) => stretch.end === end).map((stretch) => stretch.id!),
    unmatched: quotes.length ? null : (over.find((stretch) => stretch.unmatched)?.unmatched ?? null),
  };
}
