import { and, eq } from "drizzle-orm";
import { draftSources, drafts, sourceVersions } from "#drizzle/schema/schema";
import type { Tx } from "#lib/db/store";
import { freshId } from "#lib/drafts/align-statements";
import { listTakenIds } from "#lib/drafts/base-revision";
import type { StatementToAdd } from "#lib/drafts/schema";
import { AppError } from "#lib/errors";
import { findDuePhrases } from "#lib/grounding/due";
import { groundPoint, type RawPoint } from "#lib/grounding/ground-point";
import { indexSource } from "#lib/grounding/source-index";
import type { Evidence, RosterPerson, Statement } from "#lib/grounding/statement";
import { readSourceText } from "#lib/sources/queries";
import { getWorkflow } from "#lib/workflows/registry";

const MAX_CHARACTERS = 600;

/** A statement whose words are the chosen sentence of the source, with who says it and when it is due. `invalid` where there is no such section or sentence. */
export async function addStatement(
  tx: Tx,
  draftId: string,
  add: StatementToAdd,
  roster: RosterPerson[],
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
  const section =
    row && getWorkflow(row.workflow).sections.find(({ key, carries }) => key === add.section && !carries);
  if (!row || !section)
    throw new AppError("invalid", "This sentence or section does not belong to the draft.");
  const words = row.text.slice(add.start, add.end).trim();
  if (!words?.isWellFormed() || add.end > row.text.length || words.length > MAX_CHARACTERS) {
    throw new AppError("invalid", "Choose one sentence of the source.");
  }
  const source = indexSource(await readSourceText(tx, add.sourceId, row.version));
  const said = groundPoint(pointOf(words, add.start), section, [source], roster)?.statement;
  const id = freshId("p1", await listTakenIds(tx, draftId));
  const place = { start: add.start, end: add.end, sentenceStart: add.start, sentenceEnd: add.end };
  return {
    statement: {
      id,
      section: add.section,
      text: words,
      kept: true,
      trace: "stated",
      person: said?.person ?? null,
      due: said?.due ?? null,
      flags: said?.flags ?? [],
    },
    evidence: { statementId: id, sourceId: add.sourceId, version: row.version, ...place },
  };
}

/** Whoever says the sentence is taken for its owner, and its last words for a day as when it is due. */
function pointOf(words: string, at: number): RawPoint {
  const due = findDuePhrases(words).at(-1)?.phrase ?? "";
  return { text: words, quote: words, person: "I", due, at };
}
