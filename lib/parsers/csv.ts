import { AppError } from "#lib/errors";
import { afterBreak, type CsvRecord, MAX_CELL, MAX_COLUMNS, readRecord } from "#lib/parsers/csv-row";

/** A row: the line it begins on, counted from 1, its cells, and as a sentence why it can’t be used. */
export type CsvRow = { line: number; cells: string[]; problem: string | null };

/** Takes text in pieces of any length, and gives the rows that are whole. `end` gives what is left. */
export type CsvReader = { push: (text: string) => CsvRow[]; end: () => CsvRow[] };

/** No row that keeps to the limits is longer, all its marks doubled. */
const LONGEST = 2 * MAX_CELL * MAX_COLUMNS;
/** Beyond so many rows with a mark that is never closed it is no such file, and looking for their ends takes long. */
const MOST_BROKEN = 1_000;

/**
 * Reads rows as RFC 4180 has them, more leniently: lines end in CRLF, LF or CR, and empty ones are left out. A quotation
 * mark that is never closed costs its own line and not the rest of the file. Throws `invalid` for what is no such file.
 */
export function csvReader(delimiter: string): CsvReader {
  const code = delimiter.charCodeAt(0);
  const state = { rest: "", line: 1, width: 0, broken: 0 };
  const take = (last: boolean): CsvRow[] => {
    const rows: CsvRow[] = [];
    let at = 0;
    while (at < state.rest.length) {
      const record = readRecord(state.rest, at, code, last);
      if (record === null) break;
      const { row, end, lines } = settle(state, record, at);
      if (!isEmpty(row)) rows.push(row);
      state.width ||= row.cells.length;
      state.line += lines;
      at = end;
    }
    state.rest = state.rest.slice(at);
    if (state.rest.length > LONGEST) throw refused(`Line ${state.line} has no end`);
    return rows;
  };
  return {
    push: (text) => {
      state.rest += text;
      return take(false);
    },
    end: () => take(true),
  };
}

type State = { rest: string; line: number; width: number; broken: number };

/** A row that swallowed others because of a lost quotation mark shows in its width: only its first line is given up. */
function settle(state: State, record: CsvRecord | "unclosed", at: number) {
  const { line, width } = state;
  const torn = record === "unclosed" || (width > 0 && record.lines > 1 && record.cells.length !== width);
  if (!torn) return { row: { line, cells: record.cells, problem: overWhat(record) }, ...record };
  if (++state.broken > MOST_BROKEN) throw refused("Quotation marks are not closed in more than 1,000 rows");
  const end = endOfLine(state.rest, at);
  const cells = [state.rest.slice(at, Math.min(end, at + MAX_CELL)).trimEnd()];
  const problem =
    record === "unclosed"
      ? "A quotation mark in this line is never closed."
      : `The row goes over ${record.lines} lines and has ${record.cells.length} cells where the first row has ${width}. A quotation mark may be missing.`;
  return { row: { line, cells, problem }, end, lines: 1 };
}

function overWhat({ over }: CsvRecord): string | null {
  if (over === "cell") return "A cell is longer than 10,000 characters.";
  return over && "The row has more than 200 cells.";
}

function endOfLine(text: string, from: number): number {
  for (let at = from; at < text.length; at++)
    if (text[at] === "\n" || text[at] === "\r") return afterBreak(text, at);
  return text.length;
}

function isEmpty({ cells, problem }: CsvRow): boolean {
  return problem === null && cells.every((cell) => cell.trim() === "");
}

function refused(what: string): AppError {
  return new AppError("invalid", `${what}: this is no CSV file. Export it again as CSV, in UTF-8.`);
}
