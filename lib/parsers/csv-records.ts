import { type CsvError, parse } from "csv-parse/sync";

/** The cells of a row, and the byte after it. */
export type CsvRecord = { cells: string[]; end: number };

const LF = 10;
const CR = 13;

/**
 * The rows of a piece of a file, with csv-parse. Unless it is the last piece, a row that may go on in the next one is
 * left out. `unclosed` is the byte at which a quoted cell begins that has no end, or null.
 */
export function readRecords(bytes: Buffer, delimiter: string, last: boolean) {
  const records: CsvRecord[] = [];
  const [unclosed] = parseRows(bytes, delimiter, true, (cells, end) => records.push({ cells, end }));
  const end = records.at(-1)?.end ?? 0;
  // A carriage return at the end may have its line feed in the next piece.
  if (!last && end === bytes.length && bytes[end - 1] !== LF) records.pop();
  return { records, unclosed: unclosed?.bytes ?? null };
}

/**
 * Whether a row over several lines looks as if a lost quotation mark had swallowed others: it is not as wide as the
 * first, or has another mark amid a quoted cell with line breaks.
 */
export function isTorn(cells: string[], raw: Buffer, delimiter: string, width: number): boolean {
  if (width === 0 || countBreaks(raw) < 2) return false;
  if (cells.length !== width) return true;
  // What csv-parse could not read as quoted it leaves as it stands in the file.
  if (!cells.some((cell) => /^".*[\r\n]/.test(cell))) return false;
  return parseRows(raw, delimiter, false).some(({ code }) => code === "CSV_INVALID_CLOSING_QUOTE");
}

type Problem = CsvError & { bytes: number };

function parseRows(
  bytes: Buffer,
  delimiter: string,
  relaxed: boolean,
  each?: (cells: string[], end: number) => void,
): Problem[] {
  const problems: Problem[] = [];
  parse(bytes, {
    delimiter,
    record_delimiter: ["\r\n", "\n", "\r"],
    relax_quotes: relaxed,
    relax_column_count: true,
    skip_records_with_error: true,
    on_record: (cells: string[], { bytes: end }) => {
      each?.(cells, end);
      return null;
    },
    on_skip: (error) => {
      problems.push(error as Problem);
      return undefined;
    },
  });
  return problems;
}

/** How many lines end in these bytes, with CRLF, LF or CR; one that has no end counts as well. */
export function countBreaks(bytes: Buffer): number {
  let breaks = 0;
  for (let at = 0; at < bytes.length; at = endOfLine(bytes, at)) breaks++;
  return breaks;
}

/** The byte after the line that is begun at `from`. */
export function endOfLine(bytes: Buffer, from: number): number {
  for (let at = from; at < bytes.length; at++)
    if (bytes[at] === LF || (bytes[at] === CR && bytes[at + 1] !== LF)) return at + 1;
  return bytes.length;
}
