import { and, asc, desc, eq, gt, isNotNull } from "drizzle-orm";
import { leadImportRows, leadImports, users } from "#drizzle/schema/schema";
import { decodeCursor } from "#lib/db/cursor";
import { brokenLink, olderThan, PAGE_ROWS, type Page, toPage } from "#lib/db/page";
import { reader } from "#lib/db/store";
import { AppError } from "#lib/errors";
import type { UserCtx } from "#lib/events/context";
import { findImport, type ImportRow } from "#lib/lead-imports/find-import";
import { PART_BYTES } from "#lib/lead-imports/limits";
import { canSteerImport } from "#lib/lead-imports/policy";
import { nextRows } from "#lib/lead-imports/rows";
import { RefusedPage } from "#lib/lead-imports/schema";
import type {
  ImportColumn,
  ImportInFull,
  ImportProgress,
  ListedImport,
  RefusedRow,
} from "#lib/lead-imports/view";

const SAMPLE_ROWS = 50;
const SAMPLES = 3;
const SAMPLE_LENGTH = 60;

/** All imports, the newest first. */
export async function listImports(ctx: UserCtx, cursor?: string): Promise<Page<ListedImport>> {
  const rows = await selectImports(ctx)
    .where(olderThan(cursor, leadImports.createdAt, leadImports.id))
    .orderBy(desc(leadImports.createdAt), desc(leadImports.id))
    .limit(PAGE_ROWS + 1);
  const page = toPage(rows, (last) => [last.row.createdAt.toISOString(), last.row.id]);
  return { ...page, rows: page.rows.map(toListed) };
}

/** One import with what its columns hold; `not_found` where there is none. */
export async function getImport(ctx: UserCtx, importId: string): Promise<ImportInFull> {
  const [found] = await selectImports(ctx).where(eq(leadImports.id, importId));
  if (!found) throw new AppError("not_found", "There is no such import.");
  const { row } = found;
  return {
    ...toListed(found),
    encoding: row.encoding,
    delimiter: row.delimiter,
    looked: row.looked,
    arrived: arrivedOf(row),
    columns: row.state === "mapping" ? await columnsOf(ctx, row) : [],
    ownerId: row.ownerId,
    maySteer: canSteerImport(ctx.actor, row),
  };
}

/** How far an import is, for a page that asks while it goes on. */
export async function getImportProgress(ctx: UserCtx, importId: string): Promise<ImportProgress> {
  const row = await findImport(reader(ctx.store), importId);
  return { state: row.state, rows: row.rows, looked: row.looked, arrived: arrivedOf(row) };
}

/** The rows of an import that were refused, in the order of the file. */
export async function listRefused(ctx: UserCtx, input: RefusedPage): Promise<Page<RefusedRow>> {
  const { importId, cursor } = RefusedPage.parse(input);
  const db = reader(ctx.store);
  await findImport(db, importId);
  const [after] = cursor ? decodeCursor(cursor, 1) : ["0"];
  if (!/^\d{1,9}$/.test(after ?? "")) throw brokenLink();
  const rows = await db
    .select({ line: leadImportRows.line, problem: leadImportRows.problem, cells: leadImportRows.cells })
    .from(leadImportRows)
    .where(
      and(
        eq(leadImportRows.importId, importId),
        isNotNull(leadImportRows.problem),
        gt(leadImportRows.line, Number(after)),
      ),
    )
    .orderBy(asc(leadImportRows.line))
    .limit(PAGE_ROWS + 1);
  return toPage(
    rows.map(({ problem, ...row }) => ({ ...row, problem: problem ?? "" })),
    (last) => [String(last.line)],
  );
}

function selectImports(ctx: UserCtx) {
  return reader(ctx.store)
    .select({ row: leadImports, by: users.name })
    .from(leadImports)
    .innerJoin(users, eq(users.id, leadImports.createdBy));
}

function toListed({ row, by }: { row: ImportRow; by: string }): ListedImport {
  const { id, fileName, state, rows, counts, reason, createdAt, endedAt } = row;
  return {
    id,
    fileName,
    state,
    rows,
    counts,
    reason,
    by,
    createdAt: createdAt.toISOString(),
    endedAt: endedAt?.toISOString() ?? null,
  };
}

function arrivedOf({ size, parts, uploadedAt }: ImportRow): number {
  return uploadedAt ? 1 : Math.min(1, (parts * PART_BYTES) / Math.max(size, 1));
}

async function columnsOf(ctx: UserCtx, { id, columns, mapping }: ImportRow): Promise<ImportColumn[]> {
  const rows = await nextRows(reader(ctx.store), id, 0, SAMPLE_ROWS);
  return columns.map((name, n) => {
    const words = rows.flatMap(({ cells, problem }) => (problem ? [] : (cells[n] ?? "").trim() || []));
    const samples = [...new Set(words)].slice(0, SAMPLES).map((word) => word.slice(0, SAMPLE_LENGTH));
    return { name, samples, field: mapping[n] ?? null };
  });
}
