/** Characters of one cell, and columns, that a file of rows may have. */
export const MAX_CELL = 10_000;
export const MAX_COLUMNS = 200;
/** How far the end of a quoted cell is looked for. */
const FURTHEST = 10 * MAX_CELL;

const QUOTE = 34;
const LF = 10;
const CR = 13;

/** What was read of a record: its cells, where the text goes on, and how many lines it takes. */
export type CsvRecord = {
  cells: string[];
  end: number;
  lines: number;
  /** Longer or wider than may be. */
  over: "cell" | "columns" | null;
};

/** One record of the text from `from` on; null where its end isn't there yet, "unclosed" where a quotation mark has no second one. */
export function readRecord(
  text: string,
  from: number,
  delimiter: number,
  last: boolean,
): CsvRecord | null | "unclosed" {
  const record: CsvRecord = { cells: [], end: from, lines: 1, over: null };
  for (;;) {
    const quoted = text.charCodeAt(record.end) === QUOTE;
    const cell = quoted
      ? readQuoted(text, record.end, delimiter, last)
      : readPlain(text, record.end, delimiter, last);
    if (cell === null || cell === "unclosed") return cell;
    if (quoted) record.lines += countBreaks(cell.text);
    keep(record, cell.text);
    if (text.charCodeAt(cell.end) !== delimiter) return { ...record, end: afterBreak(text, cell.end) };
    record.end = cell.end + 1;
  }
}

function keep(record: CsvRecord, cell: string): void {
  if (cell.length > MAX_CELL) record.over ??= "cell";
  if (record.cells.length < MAX_COLUMNS) record.cells.push(cell.slice(0, MAX_CELL));
  else record.over = "columns";
}

type Cell = { text: string; end: number };

function readPlain(text: string, from: number, delimiter: number, last: boolean): Cell | null {
  let end = from;
  for (; end < text.length; end++) {
    const code = text.charCodeAt(end);
    if (code === delimiter || code === LF || code === CR) break;
  }
  return isWhole(text, end, last) ? { text: text.slice(from, end), end } : null;
}

/** RFC 4180, section 2: marks inside are doubled. One that stands alone amid a cell is taken for a part of it. */
function readQuoted(text: string, from: number, delimiter: number, last: boolean): Cell | null | "unclosed" {
  let doubled = false;
  for (let at = from + 1; ; at++) {
    at = text.indexOf('"', at);
    if (at < 0 || at - from > FURTHEST) return last || text.length - from > FURTHEST ? "unclosed" : null;
    if (at + 1 === text.length && !last) return null;
    const next = text.charCodeAt(at + 1);
    if (next === QUOTE) {
      doubled = true;
      at++;
    } else if (next === delimiter || next === LF || next === CR || at + 1 === text.length) {
      if (!isWhole(text, at + 1, last)) return null;
      const inside = text.slice(from + 1, at);
      return { text: doubled ? inside.replaceAll('""', '"') : inside, end: at + 1 };
    }
  }
}

/** Whether what ends a cell is all there: a carriage return may have its line feed in what is still to come. */
function isWhole(text: string, end: number, last: boolean): boolean {
  return last || end + 1 < text.length || (end < text.length && text.charCodeAt(end) !== CR);
}

/** Where the text goes on after a line break, which may be CR, LF or both. */
export function afterBreak(text: string, at: number): number {
  return text.charCodeAt(at) === CR && text.charCodeAt(at + 1) === LF ? at + 2 : at + 1;
}

function countBreaks(cell: string): number {
  return cell.match(/\r\n|\r|\n/g)?.length ?? 0;
}
