/** One line of a source. Offsets are UTF-16 units into the text, `end` exclusive and before the line break. */
export type SourceLine = {
  /** 1-based. */
  number: number;
  start: number;
  end: number;
  /** As written in the source: "10:03" or "1:02:03". */
  time: string | null;
  speaker: string | null;
  /** Where what was said begins, after time and speaker. */
  textStart: number;
};

const TURN = /^(?:\[?(\d{1,2}:\d{2}(?::\d{2})?)\]?\s+)?([\p{Lu}][\p{L}\p{N} .,'’_()-]{0,59}?):\s+(?=\S)/u;

/** Splits a text into lines and reads who speaks, where the line says so. */
export function parseLines(text: string): SourceLine[] {
  const lines: SourceLine[] = [];
  let start = 0;
  while (start <= text.length) {
    const brk = text.indexOf("\n", start);
    const end = brk === -1 ? text.length : brk;
    const turn = TURN.exec(text.slice(start, Math.min(end, start + 120)));
    lines.push({
      number: lines.length + 1,
      start,
      end,
      time: turn?.[1] ?? null,
      speaker: turn?.[2] ?? null,
      textStart: start + (turn?.[0].length ?? 0),
    });
    if (brk === -1) break;
    start = end + 1;
  }
  return lines;
}
