import { csvReader } from "#lib/parsers/csv";
import { DELIMITERS } from "#lib/parsers/formats";

/** How a file is cut into cells. `skip` characters at its beginning say so themselves, as Excel writes it: "sep=;". */
export type Dialect = { delimiter: string; skip: number };

/**
 * Finds out what stands between the cells, by reading the beginning of a file with each: the one that makes most rows as
 * wide as the first. csv-parse’s own `delimiter_auto` can’t read quoted cells, nor letters beyond ASCII.
 */
export function detectDialect(head: string): Dialect {
  const said = /^sep=([,;\t])(?:\r\n|\r|\n)/i.exec(head);
  if (said) return { delimiter: said[1]!, skip: said[0].length };
  const scored = DELIMITERS.map((delimiter) => ({ delimiter, score: scoreOf(head, delimiter) }));
  const best = scored.reduce((one, other) => (other.score > one.score ? other : one));
  return { delimiter: best.delimiter, skip: 0 };
}

/** The share of rows as wide as the first, and how wide that is where shares are alike. */
function scoreOf(head: string, delimiter: string): number {
  const rows = rowsOf(head, delimiter);
  const width = rows[0]?.cells.length ?? 0;
  if (width < 2) return 0;
  return rows.filter(({ cells }) => cells.length === width).length / rows.length + width / 1_000;
}

function rowsOf(head: string, delimiter: string) {
  const reader = csvReader(delimiter);
  try {
    const whole = reader.push(head);
    // Where the head is all there is, its last line may have no end.
    return whole.length > 1 ? whole : [...whole, ...reader.end()];
  } catch {
    return [];
  }
}
