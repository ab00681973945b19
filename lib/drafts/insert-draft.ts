import { eq } from "drizzle-orm";
import {
  draftSources,
  drafts,
  evidence,
  leads,
  revisions,
  sources,
  statements,
} from "#drizzle/schema/schema";
import { newId } from "#lib/db/ids";
import type { Tx } from "#lib/db/store";
import { listNamedApprovers } from "#lib/drafts/approvers";
import { countStatements } from "#lib/drafts/counts";
import { titleOf } from "#lib/drafts/title-of";
import type { Ctx } from "#lib/events/context";
import type { Work } from "#lib/events/transact";
import type { Grounded } from "#lib/grounding/ground";
import { giveNotices } from "#lib/notices/give-notices";
import type { WriterInput } from "#lib/workflows/define";

type Written = {
  run: { id: string; workflow: string; leadId: string | null; requestedBy: string };
  input: WriterInput;
  grounded: Grounded;
};

/** Adds a pending draft with its first revision to the caller's transaction, tells whom it waits for, and returns its id. */
export async function insertDraft(ctx: Ctx, work: Work, { run, input, grounded }: Written): Promise<string> {
  const { tx, record } = work;
  const id = newId("drf", ctx.now());
  await tx.insert(drafts).values({
    id,
    workflow: run.workflow,
    title: titleOf(run.workflow, grounded.statements) ?? input.sources[0].title,
    state: "pending",
    currentRevision: 1,
    counts: countStatements(grounded.statements),
    edited: false,
    broughtBy: run.leadId
      ? await ownerOf(tx, run.leadId, run.requestedBy)
      : await bringerOf(tx, input.sources[0].id),
    leadId: run.leadId,
    createdAt: ctx.now(),
  });
  const behind = input.sources.map((source) => ({ sourceId: source.id, version: source.version }));
  await tx.insert(draftSources).values(behind.map((source) => ({ draftId: id, ...source })));
  await tx.insert(revisions).values({
    draftId: id,
    number: 1,
    statements: grounded.statements,
    runId: run.id,
    origin: "written",
    grounds: { sources: behind, evidence: grounded.evidence },
    createdAt: ctx.now(),
  });
  const identities = grounded.statements.map(({ id: statementId, section }, position) => ({
    draftId: id,
    id: statementId,
    section,
    position,
  }));
  if (identities.length > 0) await tx.insert(statements).values(identities);
  const places = grounded.evidence.map((place) => ({ draftId: id, ...place }));
  if (places.length > 0) await tx.insert(evidence).values(places);
  record({ kind: "draft.proposed", subjectId: id, draftId: id, data: { revision: 1 } });
  const named = await listNamedApprovers(tx, id, { workflow: run.workflow, runId: run.id });
  const toGive = named.map((userId) => ({ userId, kind: "review" as const, draftId: id }));
  await giveNotices(ctx, work, toGive);
  return id;
}

/** A follow-up waits for who owns the lead; of nobody's lead, for who asked for it. */
async function ownerOf(tx: Tx, leadId: string, otherwise: string): Promise<string> {
  const [lead] = await tx.select({ ownerId: leads.ownerId }).from(leads).where(eq(leads.id, leadId));
  return lead?.ownerId ?? otherwise;
}

async function bringerOf(tx: Tx, sourceId: string): Promise<string | null> {
  const [source] = await tx
    .select({ authorId: sources.authorId })
    .from(sources)
    .where(eq(sources.id, sourceId));
  return source?.authorId ?? null;
}
