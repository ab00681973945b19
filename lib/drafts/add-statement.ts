import { and, eq } from "drizzle-orm";
import { draftSources, drafts, sourceVersions } from "#drizzle/schema/schema";
import type { Tx } from "#lib/db/store";
import { freshId } from "#lib/drafts/align-statements";
import { listTakenIds } from "#lib/drafts/base-revision";
import type { StatementToAdd } from "#lib/drafts/schema";
import { AppError } from "#lib/errors";
import { findDuePhrases } from "#lib/grounding/due";
import { groundPoint, type RawPoint } from "#lib/grounding/ground-point";
import { locateQuote } from "#lib/grounding/quote";
import type { Span } from "#lib/grounding/sentences";
import { indexSource, type SourceIndex, sentenceAround } from "#lib/grounding/source-index";
import type { Evidence, RosterPerson, Statement } from "#lib/grounding/statement";
import { tidyLine } from "#lib/grounding/statement-text";
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
  const source = indexSource(await readSourceText(tx, add.sourceId, row.version));
  const { start, end } = placeOf(source, add);
  const words = tidyLine(row.text.slice(start, end));
  const said = groundPoint(pointOf(row.text.slice(start, end), start), section, [source], roster)?.statement;
  const id = freshId("p1", await listTakenIds(tx, draftId));
  const around = sentenceAround(source, start, end);
  const place = { start, end, sentenceStart: around.start, sentenceEnd: around.end };
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

/** Where the words stand: as the page counted, if what it read is there; else where that is found nearest. */
function placeOf(source: SourceIndex, { start, end, quote }: StatementToAdd): Span {
  const { text } = source.source;
  const said = text.slice(start, end);
  const there = quote === undefined || tidyLine(quote) === tidyLine(said);
  const found = there ? { start, end } : locateQuote(source.folded, quote, start);
  const [from, to] = found ? trimmed(text, found.start, found.end) : [0, 0];
  const words = text.slice(from, to);
  if (to <= from || (there && end > text.length) || !words.isWellFormed() || words.length > MAX_CHARACTERS)
    throw new AppError("invalid", "Choose one sentence of the source.");
  return { start: from, end: to };
}

function trimmed(text: string, start: number, end: number): [number, number] {
  const said = text.slice(start, end);
  return [start + said.length - said.trimStart().length, start + said.trimEnd().length];
}

/** Whoever says the sentence is taken for its owner, and its last words for a day as when it is due. */
function pointOf(words: string, at: number): RawPoint {
  const due = findDuePhrases(words).at(-1)?.phrase ?? "";
  return { text: words, quote: words, person: "I", due, at };
}
