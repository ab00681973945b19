type Span = { start: number; end: number };
type Piece = { start: number; text: string; quoted: boolean; wanted: boolean };
type Line = { number: number; pieces: Piece[] };

type TextLinesProps = {
  text: string;
  /** What is quoted from it, as UTF-16 offsets. */
  quotes: Span[];
  /** The words that were asked for; the address leads to them by `#said`. */
  wanted?: Span | null;
  most?: number;
};

/** The numbered lines of a source, with what is quoted under the marker. */
export function TextLines({ text, quotes, wanted = null, most }: TextLinesProps) {
  const lines = linesOf(text, wanted ? [...quotes, wanted] : quotes, wanted, most);
  const first = lines.flatMap(({ pieces }) => pieces).find((piece) => piece.wanted);
  return lines.map((line) => (
    <p key={line.number} className="grid grid-cols-[26px_minmax(0,1fr)] text-xs leading-5 text-muted">
      <span aria-hidden="true" className="font-mono text-2xs leading-5 text-faint">
        {line.number}
      </span>
      <span dir="auto" className="break-words">
        {line.pieces.map((piece) => (
          <Words key={piece.start} piece={piece} id={piece === first ? "said" : undefined} />
        ))}
      </span>
    </p>
  ));
}

function Words({ piece: { text, quoted, wanted }, id }: { piece: Piece; id: string | undefined }) {
  if (!quoted) return <span>{text}</span>;
  return (
    <mark id={id} aria-current={wanted || undefined} className="scroll-mt-16">
      {text}
    </mark>
  );
}

function linesOf(text: string, spans: Span[], wanted: Span | null, most: number | undefined): Line[] {
  const quotes = spans.toSorted((a, b) => a.start - b.start);
  let offset = 0;
  return text
    .split("\n")
    .slice(0, most)
    .map((line, index) => {
      const start = offset;
      offset += line.length + 1;
      return { number: index + 1, pieces: cut(text, start, start + line.length, quotes, wanted) };
    });
}

function cut(text: string, start: number, end: number, quotes: Span[], wanted: Span | null): Piece[] {
  const pieces: Piece[] = [];
  let at = start;
  const push = (from: number, to: number, quoted: boolean) => {
    const isWanted = quoted && wanted !== null && from < wanted.end && to > wanted.start;
    pieces.push({ start: from, text: text.slice(from, to), quoted, wanted: isWanted });
    at = to;
  };
  for (const quote of quotes) {
    if (quote.end <= at || quote.start >= end) continue;
    const from = Math.max(at, quote.start);
    if (from > at) push(at, from, false);
    push(from, Math.min(end, quote.end), true);
  }
  if (at < end || pieces.length === 0) push(at, end, false);
  return pieces;
}
