import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { dueOrLast } from "#drizzle/schema/records";
import { actions, draftSources, drafts, sources } from "#drizzle/schema/schema";
import { reader } from "#lib/db/store";
import type { UserCtx } from "#lib/events/context";
import { visibleDraft } from "#lib/sources/visibility";

/** What is to be done next in a series: the draft that waits longest, or the open action that is due first. */
export type Step = {
  openActions: number;
  waiting: { draftId: string; title: string } | null;
  next: { actionId: string; text: string; dueOn: string | null } | null;
};

const NOTHING: Step = { openActions: 0, waiting: null, next: null };

/** The next step of each of some series, as far as the actor sees it. */
export async function readSteps(ctx: UserCtx, seriesIds: string[]): Promise<(seriesId: string) => Step> {
  if (seriesIds.length === 0) return () => NOTHING;
  const [waiting, next, counted] = await Promise.all([
    firstWaiting(ctx, seriesIds),
    firstDue(ctx, seriesIds),
    countOpen(ctx, seriesIds),
  ]);
  const waitingOf = new Map(waiting.map(({ seriesId, ...draft }) => [seriesId, draft]));
  const nextOf = new Map(next.map(({ seriesId, ...action }) => [seriesId, action]));
  const countOf = new Map(counted.map(({ seriesId, count }) => [seriesId, count]));
  return (seriesId) => ({
    openActions: countOf.get(seriesId) ?? 0,
    waiting: waitingOf.get(seriesId) ?? null,
    next: nextOf.get(seriesId) ?? null,
  });
}

function firstWaiting(ctx: UserCtx, seriesIds: string[]) {
  return reader(ctx.store)
    .selectDistinctOn([sources.seriesId], {
      seriesId: sources.seriesId,
      draftId: drafts.id,
      title: drafts.title,
    })
    .from(drafts)
    .innerJoin(draftSources, eq(draftSources.draftId, drafts.id))
    .innerJoin(sources, eq(sources.id, draftSources.sourceId))
    .where(
      and(
        inArray(sources.seriesId, seriesIds),
        eq(drafts.state, "pending"),
        visibleDraft(ctx.actor, drafts.id),
      ),
    )
    .orderBy(asc(sources.seriesId), asc(drafts.createdAt), asc(drafts.id));
}

function firstDue(ctx: UserCtx, seriesIds: string[]) {
  return reader(ctx.store)
    .selectDistinctOn([sources.seriesId], {
      seriesId: sources.seriesId,
      actionId: actions.id,
      text: actions.text,
      dueOn: actions.dueOn,
    })
    .from(actions)
    .innerJoin(draftSources, eq(draftSources.draftId, actions.draftId))
    .innerJoin(sources, eq(sources.id, draftSources.sourceId))
    .where(openIn(ctx, seriesIds))
    .orderBy(asc(sources.seriesId), dueOrLast(actions.dueOn), asc(actions.id));
}

function countOpen(ctx: UserCtx, seriesIds: string[]) {
  return reader(ctx.store)
    .select({ seriesId: sources.seriesId, count: sql<number>`count(*)::int` })
    .from(actions)
    .innerJoin(draftSources, eq(draftSources.draftId, actions.draftId))
    .innerJoin(sources, eq(sources.id, draftSources.sourceId))
    .where(openIn(ctx, seriesIds))
    .groupBy(sources.seriesId);
}

function openIn(ctx: UserCtx, seriesIds: string[]) {
  return and(
    inArray(sources.seriesId, seriesIds),
    eq(actions.state, "open"),
    visibleDraft(ctx.actor, actions.draftId),
  );
}
