import { setImmediate as breathe } from "node:timers/promises";
import { newId } from "#lib/db/ids";
import { reader } from "#lib/db/store";
import type { Ctx } from "#lib/events/context";
import { failpoint } from "#lib/events/failpoint";
import type { ImportField } from "#lib/lead-imports/fields";
import type { ClaimedImport } from "#lib/lead-imports/lease";
import { ownersOf } from "#lib/lead-imports/owners";
import { type Reading, readLead } from "#lib/lead-imports/read-lead";
import { type KeptFields, keepLooked, type LookedRow, lookedSoFar, nextRows } from "#lib/lead-imports/rows";

const AT_ONCE = 1_000;

/** Looks at each row that waits and keeps beside it the lead it comes to, or why not. Goes on where a worker before it died. */
export async function lookThrough(ctx: Ctx, claimed: ClaimedImport, stop: AbortSignal): Promise<void> {
  const db = reader(ctx.store);
  const mapping = claimed.mapping as (ImportField | null)[];
  const reading = { findOwner: await ownersOf(db), currency: claimed.currency };
  let { line, looked } = await lookedSoFar(db, claimed.id);
  for (;;) {
    stop.throwIfAborted();
    const rows = await nextRows(db, claimed.id, line, AT_ONCE);
    const last = rows.at(-1);
    if (!last) return;
    const read = rows.map((row) => look(ctx, row, mapping, reading));
    looked += rows.length;
    await keepLooked(ctx, claimed, read, looked);
    failpoint("rows.looked");
    line = last.line;
    await breathe();
  }
}

function look(
  ctx: Ctx,
  { line, cells, problem }: { line: number; cells: string[]; problem: string | null },
  mapping: (ImportField | null)[],
  reading: Reading,
): LookedRow {
  if (problem) return { line, fields: null, problem };
  const read = readLead(cells, mapping, reading);
  if ("problem" in read) return { line, fields: null, problem: read.problem };
  const said = Object.fromEntries(Object.entries(read.lead).filter(([, value]) => value !== null));
  const fields: KeptFields = { ...said, id: newId("led", ctx.now()) };
  if (read.unread.length > 0) fields.unread = read.unread;
  return { line, fields, problem: null };
}
