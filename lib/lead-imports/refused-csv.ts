import { stringify } from "csv-stringify/sync";
import { and, asc, eq, gt, isNotNull } from "drizzle-orm";
import { leadImportRows } from "#drizzle/schema/schema";
import { type Database, reader } from "#lib/db/store";
import type { UserCtx } from "#lib/events/context";
import { guardCell } from "#lib/format/spreadsheet";
import { findImport } from "#lib/lead-imports/find-import";

const AT_ONCE = 1_000;

/** A file to download: its name, and its text piece by piece. */
export type Download = { fileName: string; pieces: AsyncGenerator<string> };

/**
 * The refused rows of an import as they were, with their lines and why, as CSV (RFC 4180) in UTF-8 with the mark Excel
 * knows it by: corrected, the file can be imported. A cell that a spreadsheet would take for a formula begins with an
 * apostrophe (OWASP, CSV injection), which importing takes away again.
 */
export async function getRefusedCsv(ctx: UserCtx, importId: string): Promise<Download> {
  const db = reader(ctx.store);
  const { fileName, columns } = await findImport(db, importId);
  const bare = fileName.replace(/\.\w{1,5}$/, "");
  return { fileName: `${bare} refused.csv`, pieces: piecesOf(db, importId, columns) };
}

async function* piecesOf(db: Database, importId: string, columns: string[]): AsyncGenerator<string> {
  yield `\uFEFF${csv([["Line", "Why it was refused", ...columns]])}`;
  let after = 0;
  for (;;) {
    const rows = await db
      .select({ line: leadImportRows.line, problem: leadImportRows.problem, cells: leadImportRows.cells })
      .from(leadImportRows)
      .where(
        and(
          eq(leadImportRows.importId, importId),
          isNotNull(leadImportRows.problem),
          gt(leadImportRows.line, after),
        ),
      )
      .orderBy(asc(leadImportRows.line))
      .limit(AT_ONCE);
    const last = rows.at(-1);
    if (!last) return;
    yield csv(rows.map(({ line, problem, cells }) => [String(line), problem ?? "", ...cells]));
    after = last.line;
  }
}

function csv(rows: string[][]): string {
  return stringify(rows, { cast: { string: guardCell }, record_delimiter: "windows" });
}
