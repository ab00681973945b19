import { and, eq, inArray, type SQL, sql } from "drizzle-orm";
import { QueryBuilder } from "drizzle-orm/pg-core";
import {
  actions,
  blockers,
  drafts,
  leads,
  questions,
  sources,
  teamMembers,
  teams,
} from "#drizzle/schema/schema";
import { newestSource } from "#lib/blockers/standing";
import { hideCarriedIn } from "#lib/custody/hide-carried";
import type { Tx } from "#lib/db/store";
import type { UserActor, UserCtx } from "#lib/events/context";
import type { Work } from "#lib/events/transact";
import {
  keptPrivately,
  keptWithDraftWaiting,
  leadsOf,
  openActionsOf,
  openBlockersOf,
  openQuestionsOf,
  teamsLedBy,
} from "#lib/offboarding/held";
import { visibleBlocker, visibleDraft, visibleSource } from "#lib/sources/visibility";

type Heir = UserActor | null;
const select = new QueryBuilder();

/** Gives the teams somebody leads to another lead, who becomes a member, or to nobody. Returns how many. */
export async function handOverTeams({ tx, record }: Work, leavingId: string, heir: Heir): Promise<number> {
  const handed = await tx
    .update(teams)
    .set({ leadId: heir?.id ?? null })
    .where(teamsLedBy(leavingId))
    .returning({ id: teams.id });
  for (const { id } of handed) {
    if (heir) await tx.insert(teamMembers).values({ teamId: id, userId: heir.id }).onConflictDoNothing();
    record({ kind: "team.changed", subjectId: id, data: { fields: ["lead"] } });
  }
  return handed.length;
}

/** Makes somebody the keeper of the private sources of a person who leaves, and so the one who sees them. */
export async function handOverPrivateSources(
  ctx: UserCtx,
  work: Work,
  leavingId: string,
  heir: Heir,
): Promise<number> {
  return heir ? keep(ctx, work, leavingId, heir, keptPrivately(leavingId)) : 0;
}

/** Makes somebody the keeper of the sources behind drafts that wait, as far as they see them, and so an approver. */
export async function handOverDrafts(
  ctx: UserCtx,
  work: Work,
  leavingId: string,
  heir: Heir,
): Promise<number> {
  if (!heir) return 0;
  return keep(ctx, work, leavingId, heir, and(keptWithDraftWaiting(leavingId), visibleSource(heir)) as SQL);
}

/**
 * Gives the leads of a person who leaves to somebody else, with the follow-ups to them that wait, or to nobody: then
 * nothing more is drafted until somebody takes them. One event tells of all, for there may be very many.
 */
export async function handOverLeads({ tx, record }: Work, leavingId: string, heir: Heir): Promise<Split> {
  const to = heir?.id ?? null;
  const waiting = and(
    eq(drafts.state, "pending"),
    inArray(drafts.leadId, select.select({ id: leads.id }).from(leads).where(leadsOf(leavingId))),
  );
  await tx.update(drafts).set({ broughtBy: to }).where(waiting);
  const handed = await tx
    .update(leads)
    .set({ ownerId: to, version: sql`${leads.version} + 1` })
    .where(leadsOf(leavingId))
    .returning({ id: leads.id });
  const count = handed.length;
  if (count > 0)
    record({ kind: "lead.handed_over", subjectId: leavingId, data: { from: leavingId, to, count } });
  return heir ? { given: count, left: 0 } : { given: 0, left: count };
}

/** Gives open actions to somebody who sees where they come from; all others to nobody. Returns how many of each. */
export async function handOverActions({ tx, record }: Work, leavingId: string, heir: Heir): Promise<Split> {
  const theirs = openActionsOf(leavingId);
  const given = heir
    ? await giveActions(tx, and(theirs, visibleDraft(heir, actions.draftId)) as SQL, heir)
    : [];
  const left = await giveActions(tx, theirs, null);
  for (const [rows, to] of [
    [given, heir?.id ?? null],
    [left, null],
  ] as const)
    for (const { id, draftId } of rows)
      record({ kind: "action.reassigned", subjectId: id, draftId, data: { from: leavingId, to } });
  return { given: given.length, left: left.length };
}

/** The same for open questions that somebody has to decide. */
export async function handOverQuestions({ tx, record }: Work, leavingId: string, heir: Heir): Promise<Split> {
  const theirs = openQuestionsOf(leavingId);
  const given = heir
    ? await giveQuestions(tx, and(theirs, visibleDraft(heir, questions.draftId)) as SQL, heir)
    : [];
  const left = await giveQuestions(tx, theirs, null);
  for (const [rows, to] of [
    [given, heir?.id ?? null],
    [left, null],
  ] as const)
    for (const { id, draftId } of rows)
      record({ kind: "question.handed_over", subjectId: id, draftId, data: { from: leavingId, to } });
  return { given: given.length, left: left.length };
}

/**
 * The same for living blockers that somebody unblocks: whoever sees them takes them over, and the rest ask for an owner
 * again. Whose blocker it is stays.
 */
export async function handOverBlockers({ tx, record }: Work, leavingId: string, heir: Heir): Promise<Split> {
  const theirs = openBlockersOf(leavingId);
  const given = heir ? await giveBlockers(tx, and(theirs, visibleBlocker(heir)) as SQL, heir) : [];
  const left = await giveBlockers(tx, theirs, null);
  for (const [rows, to] of [
    [given, heir?.id ?? null],
    [left, null],
  ] as const)
    for (const { id, sourceId } of rows)
      record({
        kind: "blocker.owned",
        subjectId: id,
        ...(sourceId && { sourceId }),
        data: { from: leavingId, to },
      });
  return { given: given.length, left: left.length };
}

/** How many were given to the person who was chosen, and how many are nobody's now. */
export type Split = { given: number; left: number };

/** What the sources carry over from meetings that the keeper doesn’t see goes, as where they are shared with others. */
async function keep(
  ctx: UserCtx,
  work: Work,
  leavingId: string,
  heir: UserActor,
  which: SQL,
): Promise<number> {
  const { tx, record } = work;
  const handed = await tx
    .update(sources)
    .set({ keeperId: heir.id })
    .where(which)
    .returning({ id: sources.id });
  for (const { id } of handed)
    record({
      kind: "source.handed_over",
      subjectId: id,
      sourceId: id,
      data: { from: leavingId, to: heir.id },
    });
  await hideCarriedIn(
    ctx,
    work,
    handed.map(({ id }) => id),
  );
  return handed.length;
}

function giveActions(tx: Tx, which: SQL, heir: Heir) {
  return tx
    .update(actions)
    .set({ ownerId: heir?.id ?? null, ownerName: heir?.name ?? null, version: sql`${actions.version} + 1` })
    .where(which)
    .returning({ id: actions.id, draftId: actions.draftId });
}

function giveBlockers(tx: Tx, which: SQL, heir: Heir) {
  return tx
    .update(blockers)
    .set({
      ownerId: heir?.id ?? null,
      state: heir ? "owned" : "open",
      version: sql`${blockers.version} + 1`,
    })
    .where(which)
    .returning({ id: blockers.id, sourceId: newestSource });
}

function giveQuestions(tx: Tx, which: SQL, heir: Heir) {
  return tx
    .update(questions)
    .set({
      deciderId: heir?.id ?? null,
      deciderName: heir?.name ?? null,
      version: sql`${questions.version} + 1`,
    })
    .where(which)
    .returning({ id: questions.id, draftId: questions.draftId });
}
