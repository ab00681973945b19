import { eq, sql } from "drizzle-orm";
import { unionAll } from "drizzle-orm/pg-core";
import { actions, blockers, decisions, documents, promises, questions } from "#drizzle/schema/schema";
import type { Database } from "#lib/db/store";
import type { RecordToMake } from "#lib/workflows/define";

/** A record that an approval left behind; `statementId` is null for the document, which holds all of them. */
export type DraftRecord = { kind: RecordToMake["kind"]; id: string; statementId: string | null };

/** The records of a draft. Who may see the draft may see them. */
export function listDraftRecords(db: Database, draftId: string): Promise<DraftRecord[]> {
  const recordsIn = (
    kind: DraftRecord["kind"],
    table: typeof actions | typeof decisions | typeof promises | typeof questions,
  ) =>
    db
      .select({
        kind: sql<DraftRecord["kind"]>`${kind}::text`.as("kind"),
        id: table.id,
        statementId: sql<string | null>`${table.statementId}`.as("statement_id"),
      })
      .from(table)
      .where(eq(table.draftId, draftId));
  const confirmed = db
    .select({
      kind: sql<DraftRecord["kind"]>`'blocker'::text`.as("kind"),
      id: blockers.id,
      statementId: blockers.statementId,
    })
    .from(blockers)
    .where(eq(blockers.draftId, draftId));
  const filed = db
    .select({
      kind: sql<DraftRecord["kind"]>`'document'::text`.as("kind"),
      id: documents.id,
      statementId: sql<string | null>`null::text`.as("statement_id"),
    })
    .from(documents)
    .where(eq(documents.draftId, draftId));
  return unionAll(
    recordsIn("action", actions),
    recordsIn("decision", decisions),
    recordsIn("promise", promises),
    recordsIn("question", questions),
    confirmed,
    filed,
  );
}
