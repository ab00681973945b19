import { AppError } from "#lib/errors";
import { countBreaks, endOfLine, isTorn, readRecords } from "#lib/parsers/csv-records";
import { MAX_CELL, MAX_COLUMNS } from "#lib/parsers/limits";

/** A row: the line it begins on, counted from 1, its cells, and as a sentence why it can’t be used. */
export type CsvRow = { line: number; cells: string[]; problem: string | null };

/** Takes text in pieces of any length, and gives the rows that are whole. `end` gives what is left. */
export type CsvReader = { push: (text: string) => CsvRow[]; end: () => CsvRow[] };

/** How far the end of a quoted cell is looked for, and the end of a row, in bytes. */
const FURTHEST = 10 * MAX_CELL;
const LONGEST = MAX_CELL * MAX_COLUMNS;
/** Beyond so many rows with a mark that is never closed it is no such file, and looking for their ends takes long. */
const MOST_BROKEN = 1_000;
/** Bytes that may be read again because of them. In a file made for it each line would begin a row of all that follows. */
const MOST_AGAIN = 16_000_000;

/**
 * Reads rows with csv-parse, leniently: lines end in CRLF, LF or CR, empty ones are left out, and marks amid a cell are
 * a part of it. Alone it lets a quotation mark that is never closed swallow the rest of the file. Here such a mark costs
 * its own line, and reading begins anew below it. Throws `invalid` for what is no such file.
 */
export function csvReader(delimiter: string): CsvReader {
  const state: State = { delimiter, rest: "", line: 1, width: 0, broken: 0, again: 0, enough: 0 };
  return {
    push: (text) => {
      state.rest += text;
      return state.rest.length < state.enough ? [] : take(state, false);
    },
    end: () => take(state, true),
  };
}

/** What is not yet read, the line on which it begins, the width of the first row, how many rows were broken, and how many bytes were read again for them. */
type State = {
  delimiter: string;
  rest: string;
  line: number;
  width: number;
  broken: number;
  again: number;
  enough: number;
};

function take(state: State, last: boolean): CsvRow[] {
  const rows: CsvRow[] = [];
  const bytes = Buffer.from(state.rest);
  let from = 0;
  for (let broken = true; broken; ) {
    const read = readUntilBroken(state, bytes.subarray(from), last);
    rows.push(...read.rows);
    from += read.end;
    broken = read.broken;
    if (broken) state.again += bytes.length - from;
    if (state.again > MOST_AGAIN)
      throw refused("Quotation marks are not closed, and rows run on without end");
  }
  // A row that goes on is read again when there is as much of it once more: its parts are not read over and over.
  state.enough = from === 0 ? 2 * state.rest.length : 0;
  state.rest = state.rest.slice(bytes.toString("utf8", 0, from).length);
  if (bytes.length - from > LONGEST) throw refused(`Line ${state.line} has no end`);
  return rows.filter(({ cells, problem }) => problem !== null || cells.some((cell) => cell.trim()));
}

/** The rows up to the first broken one, which is the last of them, and the byte after them. */
function readUntilBroken(state: State, bytes: Buffer, last: boolean) {
  const { records, unclosed } = readRecords(bytes, state.delimiter, last);
  const rows: CsvRow[] = [];
  let from = 0;
  for (const { cells, end } of records) {
    const raw = bytes.subarray(from, end);
    const lines = countBreaks(raw);
    if (isTorn(cells, raw, state.delimiter, state.width)) {
      rows.push(brokenRow(state, raw, tornRow(lines, cells.length, state.width)));
      return { rows, end: from + endOfLine(raw, 0), broken: true };
    }
    rows.push({ line: state.line, cells: cells.slice(0, MAX_COLUMNS).map(cut), problem: overWhat(cells) });
    if (cells.some((cell) => cell.trim())) state.width ||= cells.length;
    state.line += lines;
    from = end;
  }
  if (unclosed === null || (!last && bytes.length - unclosed <= FURTHEST))
    return { rows, end: from, broken: false };
  rows.push(brokenRow(state, bytes.subarray(from), "A quotation mark in this line is never closed."));
  return { rows, end: endOfLine(bytes, from), broken: true };
}

/** Of what a mark tore only the first line is given up. */
function brokenRow(state: State, raw: Buffer, problem: string): CsvRow {
  if (++state.broken > MOST_BROKEN) throw refused("Quotation marks are not closed in more than 1,000 rows");
  const cells = [cut(raw.toString("utf8", 0, endOfLine(raw, 0)).trimEnd())];
  return { line: state.line++, cells, problem };
}

function tornRow(lines: number, cells: number, width: number): string {
  return cells === width
    ? `The row goes over ${lines} lines, and has a quotation mark amid a cell. One may be missing.`
    : `The row goes over ${lines} lines and has ${cells} cells where the first row has ${width}. A quotation mark may be missing.`;
}

function overWhat(cells: string[]): string | null {
  if (cells.some((cell) => cell.length > MAX_CELL)) return "A cell is longer than 10,000 characters.";
  return cells.length > MAX_COLUMNS ? "The row has more than 200 cells." : null;
}

function cut(cell: string): string {
  return cell.slice(0, MAX_CELL);
}

function refused(what: string): AppError {
  return new AppError("invalid", `${what}: this is no CSV file. Export it again as CSV, in UTF-8.`);
}
