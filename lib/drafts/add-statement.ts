import { and, eq } from "drizzle-orm";
import { draftSources, drafts, sourceVersions } from "#drizzle/schema/schema";
import type { Tx } from "#lib/db/store";
import type { StatementToAdd } from "#lib/drafts/schema";
import { AppError } from "#lib/errors";
import type { Evidence, Statement } from "#lib/grounding/statement";
import { getWorkflow } from "#lib/workflows/registry";

const MAX_CHARACTERS = 600;

/** A statement whose words are the chosen sentence of the source. `invalid` where there is no such section or sentence. */
export async function addStatement(
  tx: Tx,
  draftId: string,
  present: Statement[],
  add: StatementToAdd,
): Promise<{ statement: Statement; evidence: Evidence }> {
  const [row] = await tx
    .select({ workflow: drafts.workflow, version: draftSources.version, text: sourceVersions.text })
    .from(draftSources)
    .innerJoin(drafts, eq(drafts.id, draftSources.draftId))
    .innerJoin(
      sourceVersions,
      and(
        eq(sourceVersions.sourceId, draftSources.sourceId),
        eq(sourceVersions.version, draftSources.version),
      ),
    )
    .where(and(eq(draftSources.draftId, draftId), eq(draftSources.sourceId, add.sourceId)));
  const known = row && getWorkflow(row.workflow).sections.some((section) => section.key === add.section);
  if (!row || !known) throw new AppError("invalid", "This sentence or section does not belong to the draft.");
  const words = row.text.slice(add.start, add.end).trim();
  if (!words || add.end > row.text.length || words.length > MAX_CHARACTERS) {
    throw new AppError("invalid", "Choose one sentence of the source.");
  }
  const id = nextId(present);
  const place = { start: add.start, end: add.end, sentenceStart: add.start, sentenceEnd: add.end };
  return {
    statement: {
      id,
      section: add.section,
      text: words,
      kept: true,
      trace: "stated",
      person: null,
      due: null,
      flags: [],
    },
    evidence: { statementId: id, sourceId: add.sourceId, version: row.version, ...place },
  };
}

function nextId(present: Statement[]): string {
  const added = present.filter((statement) => /^p\d+$/.test(statement.id)).length;
  return `p${added + 1}`;
}
