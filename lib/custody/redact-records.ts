import { eq } from "drizzle-orm";
import { actions, decisions, documents, draftSources, promises, questions } from "#drizzle/schema/schema";
import { type Masked, mask } from "#lib/custody/mask";
import { maskAction, maskDecision, maskPromise, maskQuestion } from "#lib/custody/mask-records";
import type { Redaction } from "#lib/custody/redact-draft";
import type { Tx } from "#lib/db/store";
import type { Statement } from "#lib/grounding/statement";
import { readConsequences } from "#lib/records/consequences";
import { dropRecordsOf } from "#lib/records/remove-records";
import { readSourceText } from "#lib/sources/queries";

type Redacted = Redaction & { gone: ReadonlySet<string>; statements: Statement[] };

/** Takes words out of what an approval made, drops what was made from statements that are gone, and writes its document anew. */
export async function redactRecords(tx: Tx, { draft, gone, statements, words }: Redacted): Promise<void> {
  await dropRecordsOf(tx, draft.id, [...gone]);
  await redactActions(tx, draft.id, words);
  await redactDecisions(tx, draft.id, words);
  await redactPromises(tx, draft.id, words);
  await redactQuestions(tx, draft.id, words);
  await writeDocument(tx, { ...draft, title: mask(draft.title, words) }, statements);
}

async function redactActions(tx: Tx, draftId: string, words: Masked): Promise<void> {
  for (const one of await tx.select().from(actions).where(eq(actions.draftId, draftId))) {
    await tx.update(actions).set(maskAction(one, words)).where(eq(actions.id, one.id));
  }
}

async function redactDecisions(tx: Tx, draftId: string, words: Masked): Promise<void> {
  for (const one of await tx.select().from(decisions).where(eq(decisions.draftId, draftId))) {
    await tx.update(decisions).set(maskDecision(one, words)).where(eq(decisions.id, one.id));
  }
}

async function redactPromises(tx: Tx, draftId: string, words: Masked): Promise<void> {
  for (const one of await tx.select().from(promises).where(eq(promises.draftId, draftId))) {
    await tx.update(promises).set(maskPromise(one, words)).where(eq(promises.id, one.id));
  }
}

async function redactQuestions(tx: Tx, draftId: string, words: Masked): Promise<void> {
  for (const one of await tx.select().from(questions).where(eq(questions.draftId, draftId))) {
    await tx.update(questions).set(maskQuestion(one, words)).where(eq(questions.id, one.id));
  }
}

/** As the approval would write it today; nobody edits a document, so nothing else is in it. */
export async function writeDocument(
  tx: Tx,
  draft: { id: string; title: string; workflow: string },
  statements: Statement[],
): Promise<void> {
  const [behind] = await tx
    .select()
    .from(draftSources)
    .where(eq(draftSources.draftId, draft.id))
    .orderBy(draftSources.sourceId)
    .limit(1);
  if (!behind) return;
  const source = await readSourceText(tx, behind.sourceId, behind.version);
  const { records } = await readConsequences(tx, draft, { title: draft.title, statements, source });
  for (const record of records) {
    if (record.kind !== "document") continue;
    await tx
      .update(documents)
      .set({ title: record.title, markdown: record.markdown })
      .where(eq(documents.draftId, draft.id));
  }
}
