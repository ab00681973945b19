import { setImmediate as breathe } from "node:timers/promises";
import { eq } from "drizzle-orm";
import { leadImportRows } from "#drizzle/schema/schema";
import { reader } from "#lib/db/store";
import { AppError, isAppError } from "#lib/errors";
import type { Ctx } from "#lib/events/context";
import { failpoint } from "#lib/events/failpoint";
import { transact } from "#lib/events/transact";
import { guessMapping } from "#lib/lead-imports/fields";
import { moveImport } from "#lib/lead-imports/find-import";
import type { ClaimedImport } from "#lib/lead-imports/lease";
import { MAX_ROWS } from "#lib/lead-imports/limits";
import { addRows, partsOf } from "#lib/lead-imports/rows";
import { type CsvRow, csvReader } from "#lib/parsers/csv";
import { detectDialect } from "#lib/parsers/csv-delimiter";
import { decodeParts, detectEncoding } from "#lib/parsers/csv-encoding";
import type { CsvEncoding } from "#lib/parsers/formats";

/** Characters read at a stretch: others wait so long. */
const STRETCH = 64 * 1024;
const AT_ONCE = 1_000;

/**
 * Turns the bytes of a file into rows beside the leads, a few at a time, and then waits for a person to say what its
 * columns are. Begins anew where a worker died over it. `invalid` for what is no file of rows. What can’t be read as a
 * person said is read as it was before, with the reason.
 */
export async function readRows(ctx: Ctx, claimed: ClaimedImport, stop: AbortSignal): Promise<void> {
  if (!claimed.encoding) return readAs(ctx, claimed, stop);
  try {
    await readAs(ctx, claimed, stop);
  } catch (error) {
    if (!isAppError(error, "invalid")) throw error;
    const found = { ...claimed, encoding: "", delimiter: "", reason: error.message };
    await readAs(ctx, found, stop);
  }
}

async function readAs(ctx: Ctx, claimed: ClaimedImport, stop: AbortSignal): Promise<void> {
  await reader(ctx.store).delete(leadImportRows).where(eq(leadImportRows.importId, claimed.id));
  const file: FileSoFar = { encoding: "", delimiter: "", columns: null, rows: [], stored: 0 };
  for await (const rows of rowsOf(ctx, claimed, file)) {
    stop.throwIfAborted();
    file.rows.push(...takeColumns(file, rows));
    while (file.rows.length >= AT_ONCE) await store(ctx, claimed, file);
    await breathe();
  }
  if (file.rows.length > 0) await store(ctx, claimed, file);
  if (file.stored === 0)
    throw new AppError("invalid", "The file has no rows below its first one. Nothing was taken.");
  await awaitMapping(ctx, claimed, file);
}

type FileSoFar = {
  encoding: string;
  delimiter: string;
  /** The words of the first row, once it was read. */
  columns: string[] | null;
  /** Read and not yet stored. */
  rows: CsvRow[];
  stored: number;
};

async function* rowsOf(ctx: Ctx, claimed: ClaimedImport, file: FileSoFar): AsyncGenerator<CsvRow[]> {
  const { id } = claimed;
  const encoding = (claimed.encoding as CsvEncoding) || (await detectEncoding(partsOf(ctx, id)));
  file.encoding = encoding;
  let csv: ReturnType<typeof csvReader> | undefined;
  for await (const text of decodeParts(partsOf(ctx, id), encoding)) {
    let at = 0;
    if (!csv) {
      const found = detectDialect(text.slice(0, STRETCH));
      const delimiter = claimed.delimiter || found.delimiter;
      csv = csvReader(delimiter);
      file.delimiter = delimiter;
      at = found.skip;
    }
    for (; at < text.length; at += STRETCH) yield csv.push(text.slice(at, at + STRETCH));
  }
  if (csv) yield csv.end();
}

function takeColumns(file: FileSoFar, rows: CsvRow[]): CsvRow[] {
  if (file.columns || rows.length === 0) return rows;
  const [first, ...rest] = rows;
  if (!first || first.problem)
    throw new AppError(
      "invalid",
      "The first row of the file can’t be read. It has the names of the columns.",
    );
  file.columns = first.cells.map((cell, n) => nameOf(cell) || `Column ${n + 1}`);
  return rest;
}

function nameOf(cell: string): string {
  return cell
    .toWellFormed()
    .replace(/[\p{Cc}\p{Default_Ignorable_Code_Point}]+/gu, " ")
    .trim()
    .slice(0, 200);
}

async function store(ctx: Ctx, claimed: ClaimedImport, file: FileSoFar): Promise<void> {
  const batch = file.rows.splice(0, AT_ONCE).map(storable);
  file.stored += batch.length;
  if (file.stored > MAX_ROWS)
    throw new AppError("invalid", "The file has more than 300,000 rows. Split it in two.");
  await addRows(ctx, claimed, batch, file.stored);
  failpoint("rows.stored");
}

/** PostgreSQL has no U+0000 in texts (https://www.postgresql.org/docs/current/datatype-character.html). */
function storable({ cells, ...row }: CsvRow): CsvRow {
  return { ...row, cells: cells.map((cell) => cell.replaceAll("\0", "").toWellFormed()) };
}

function awaitMapping(ctx: Ctx, { id, attempt, reason }: ClaimedImport, file: FileSoFar): Promise<void> {
  const { encoding, delimiter, stored: rows } = file;
  const columns = file.columns ?? [];
  return transact(ctx, async ({ tx, record }) => {
    const mapping = guessMapping(columns);
    await moveImport(tx, { id, attempt }, "mapping", { encoding, delimiter, columns, mapping, rows, reason });
    record({ kind: "lead_import.read", subjectId: id, data: { rows } });
  });
}
