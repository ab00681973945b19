import { reader } from "#lib/db/store";
import type { UserCtx } from "#lib/events/context";
import { formatAmount } from "#lib/format/amount";
import { STAGE_NAMES } from "#lib/format/lead-stages";
import { findSteerable } from "#lib/lead-imports/find-import";
import { ownersOf } from "#lib/lead-imports/owners";
import { type ImportedLead, readLead } from "#lib/lead-imports/read-lead";
import { nextRows } from "#lib/lead-imports/rows";
import { StartImport } from "#lib/lead-imports/schema";
import type { ImportPreview } from "#lib/lead-imports/view";

const LOOKED_AT = 500;
const SHOWN = 4;

/** What the first rows of a file would come to with a mapping, for whoever chooses it. Nothing is changed. */
export async function getImportPreview(ctx: UserCtx, input: StartImport): Promise<ImportPreview> {
  const { importId, mapping, currency } = StartImport.parse(input);
  const db = reader(ctx.store);
  await findSteerable(ctx, db, importId);
  const reading = { findOwner: await ownersOf(db), currency };
  const preview: ImportPreview = { looked: 0, refused: 0, optedOut: 0, unread: {}, leads: [], problems: [] };
  for (const { line, cells, problem } of await nextRows(db, importId, 0, LOOKED_AT)) {
    preview.looked++;
    const read = problem === null ? readLead(cells, mapping, reading) : { problem };
    if ("problem" in read) {
      preview.refused++;
      if (preview.problems.length < SHOWN) preview.problems.push({ line, problem: read.problem, cells: [] });
      continue;
    }
    if (read.lead.optOut) preview.optedOut++;
    for (const field of read.unread) preview.unread[field] = (preview.unread[field] ?? 0) + 1;
    if (preview.leads.length < SHOWN) preview.leads.push({ line, ...wordsOf(read.lead) });
  }
  return preview;
}

function wordsOf(lead: ImportedLead): { name: string; facts: string[] } {
  const { name, email, company, title, stage, amountCents, currency, country, phone } = lead;
  const amount = amountCents !== null && currency ? formatAmount(amountCents, currency) : null;
  const facts = [email, title, company, phone, country, stage && STAGE_NAMES[stage], amount];
  return { name: name ?? email ?? "", facts: facts.filter((fact) => fact !== null) };
}
