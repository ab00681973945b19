import { and, asc, eq, isNull } from "drizzle-orm";
import { draftSources, modelCalls, reviews, revisions, runs, users } from "#drizzle/schema/schema";
import { type Database, reader } from "#lib/db/store";
import { canBeFiled, canSettleDelivery } from "#lib/deliveries/policy";
import { listDraftDeliveries } from "#lib/deliveries/queries";
import { findBefore, getBase } from "#lib/drafts/base-revision";
import { NOT_WRITING, readWriting } from "#lib/drafts/desk-writing";
import { readEarlierOf } from "#lib/drafts/earlier-queries";
import { findVisibleDraft } from "#lib/drafts/find-draft";
import { openConflicts } from "#lib/drafts/open-conflicts";
import { approversSentence, canReopen, canReview } from "#lib/drafts/policy";
import { findAside } from "#lib/drafts/put-aside";
import { getRevision, listEvidence } from "#lib/drafts/revision-queries";
import { rewriteCost } from "#lib/drafts/rewrite-cost";
import { readStale } from "#lib/drafts/stale";
import { readTakingBack } from "#lib/drafts/taking-back";
import { unmatchedOf } from "#lib/drafts/unmatched-kept";
import type { DeskDraft, DeskPerson, DeskReview, DeskRevision, DeskRun, DeskSource } from "#lib/drafts/view";
import type { UserCtx } from "#lib/events/context";
import { localDay } from "#lib/format/dates";
import type { Evidence } from "#lib/grounding/statement";
import { describeOutlets } from "#lib/outlets/describe-outlets";
import { readDeskMail } from "#lib/outreach/desk-mail";
import { readReasons } from "#lib/reasons/queries";
import { listDraftRecords } from "#lib/records/draft-records";
import { getSource } from "#lib/sources/queries";
import { SPENT } from "#lib/spend/spent";
import { getWorkflow } from "#lib/workflows/registry";

/** Everything the desk shows of one draft, or `not_found`. */
export async function getDeskDraft(ctx: UserCtx, draftId: string): Promise<DeskDraft> {
  const db = reader(ctx.store);
  const found = await findVisibleDraft(ctx, db, draftId);
  const { draft } = found;
  const workflow = getWorkflow(draft.workflow);
  const pending = draft.state === "pending";
  const mayReopen = !pending && canReopen(ctx.actor, draft);
  const [
    base,
    statements,
    evidence,
    history,
    reviewed,
    records,
    sent,
    people,
    viewer,
    listed,
    writing,
    aside,
  ] = await Promise.all([
    getBase(db, draftId, draft.currentRevision),
    getRevision(db, draftId, draft.currentRevision),
    listEvidence(db, draftId),
    listRevisions(db, draftId),
    listReviews(db, draftId),
    draft.state === "approved" ? listDraftRecords(db, draftId) : [],
    listDraftDeliveries(db, draftId),
    listPeople(db),
    getViewer(db, ctx.actor.id),
    readReasons(db),
    pending ? readWriting(ctx, db, draftId) : NOT_WRITING,
    findAside(ctx, db, draftId),
  ]);
  const may = canReview(ctx.actor, workflow.approvers, found);
  const sources = await listSources(ctx, db, draftId, evidence);
  return {
    id: draft.id,
    workflow: workflow.key,
    workflowLabel: workflow.label,
    title: draft.title,
    state: draft.state,
    revision: draft.currentRevision,
    sections: workflow.sections,
    statements,
    proposed: base.statements,
    base: base.number,
    conflicts: openConflicts(base.conflicts, statements),
    stale: pending && found.newest > found.version ? await readStale(db, found, evidence) : null,
    ...writing,
    mayUndo:
      pending &&
      may &&
      draft.currentRevision > 1 &&
      (await findBefore(db, draftId, draft.currentRevision)) !== null,
    followsWords: ctx.llm.writer === "claude",
    rewriteCost: pending && may ? rewriteCost(ctx.llm, ctx.now(), sources, statements) : null,
    evidence,
    earlier: await readEarlierOf(ctx, db, statements),
    sources,
    run: await getRun(db, draftId, base.runId),
    revisions: history,
    reviews: reviewed,
    records,
    deliveries: sent,
    maySettle: canSettleDelivery(ctx.actor, draft),
    files: canBeFiled(ctx.channels, found.isOpen),
    goesTo: pending ? await describeOutlets(db, draftId) : [],
    decidedBy: draft.decidedBy && (reviewed.at(-1)?.by ?? null),
    decidedAt: draft.decidedAt?.toISOString() ?? null,
    createdAt: draft.createdAt.toISOString(),
    ...aside,
    mayReview: may ? { yes: true } : { yes: false, reason: approversSentence(workflow.approvers) },
    mayReopen,
    takingBack: mayReopen && draft.state === "approved" ? await readTakingBack(db, draftId, sent) : null,
    mail: await readDeskMail(ctx, db, { draftId, leadId: draft.leadId, statements }),
    rejectReasons: listed.reasons.flatMap(({ id, label, retired }) => (retired ? [] : [{ id, label }])),
    people,
    today: localDay(ctx.now(), viewer.timeZone),
  };
}

async function listSources(
  ctx: UserCtx,
  db: Database,
  draftId: string,
  evidence: Evidence[],
): Promise<DeskSource[]> {
  const refs = await db
    .select({ sourceId: draftSources.sourceId, version: draftSources.version })
    .from(draftSources)
    .where(eq(draftSources.draftId, draftId))
    .orderBy(asc(draftSources.sourceId));
  return Promise.all(
    refs.map(async (ref) => deskSource(await getSource(ctx, ref.sourceId, ref.version), evidence)),
  );
}

async function deskSource(
  source: Awaited<ReturnType<typeof getSource>>,
  evidence: Evidence[],
): Promise<DeskSource> {
  const places = evidence.filter((place) => place.sourceId === source.id);
  return {
    id: source.id,
    version: source.version,
    title: source.title,
    text: source.text,
    format: source.provenance.format,
    heldOn: source.heldOn,
    timeZone: source.timeZone,
    visibility: source.visibility,
    teamName: source.teamName,
    authorName: source.authorName,
    attendees: source.attendees,
    unmatched: await unmatchedOf(source.text, places),
  };
}

async function getRun(db: Database, draftId: string, runId: string | null): Promise<DeskRun> {
  const [run] = await db
    .select({
      id: runs.id,
      writer: runs.writer,
      model: runs.model,
      version: runs.workflowVersion,
      costMicros: SPENT,
    })
    .from(runs)
    .leftJoin(modelCalls, eq(modelCalls.runId, runs.id))
    .where(eq(runs.id, runId ?? ""))
    .groupBy(runs.id);
  if (!run) throw new Error(`Draft ${draftId} has no run.`);
  return run;
}

async function listRevisions(db: Database, draftId: string): Promise<DeskRevision[]> {
  const rows = await db
    .select({
      number: revisions.number,
      by: users.name,
      writer: runs.writer,
      model: runs.model,
      at: revisions.createdAt,
      origin: revisions.origin,
      restores: revisions.restores,
    })
    .from(revisions)
    .leftJoin(users, eq(users.id, revisions.authorId))
    .leftJoin(runs, eq(runs.id, revisions.runId))
    .where(eq(revisions.draftId, draftId))
    .orderBy(asc(revisions.number));
  return rows.map(({ number, by, writer, model, at, origin, restores }) => ({
    number,
    by: by ?? model ?? writer ?? "",
    at: at.toISOString(),
    origin: origin ?? (number === 1 ? "written" : "edited"),
    restores,
  }));
}

async function listReviews(db: Database, draftId: string): Promise<DeskReview[]> {
  const rows = await db
    .select({
      decision: reviews.decision,
      revision: reviews.revision,
      by: users.name,
      reason: reviews.reason,
      at: reviews.createdAt,
    })
    .from(reviews)
    .innerJoin(users, eq(users.id, reviews.reviewerId))
    .where(eq(reviews.draftId, draftId))
    .orderBy(asc(reviews.createdAt), asc(reviews.id));
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}

function listPeople(db: Database): Promise<DeskPerson[]> {
  return db
    .select({ id: users.id, name: users.name })
    .from(users)
    .where(and(isNull(users.deactivatedAt)))
    .orderBy(asc(users.name), asc(users.id));
}

async function getViewer(db: Database, userId: string): Promise<{ timeZone: string }> {
  const [viewer] = await db.select({ timeZone: users.timeZone }).from(users).where(eq(users.id, userId));
  return viewer ?? { timeZone: "UTC" };
}
