import { and, eq, exists, inArray, isNull, ne, type SQL, sql } from "drizzle-orm";
import { QueryBuilder } from "drizzle-orm/pg-core";
import {
  actions,
  blockers,
  draftSources,
  drafts,
  leads,
  questions,
  sources,
  teams,
} from "#drizzle/schema/schema";
import { LIVE_STATES } from "#lib/blockers/states";

const select = new QueryBuilder();

/** The condition on `sources`: somebody is their keeper, or their author and nobody else's keeping them. */
function keptBy(userId: string): SQL {
  return sql`coalesce(${sources.keeperId}, ${sources.authorId}) = ${userId}`;
}

/** The condition on `sources` for what somebody keeps private. */
export function keptPrivately(userId: string): SQL {
  return and(keptBy(userId), eq(sources.visibility, "private")) as SQL;
}

/** The condition on `sources` for what somebody keeps that others see too, and a draft of which waits. */
export function keptWithDraftWaiting(userId: string): SQL {
  const waiting = select
    .select({ one: sql`1` })
    .from(draftSources)
    .innerJoin(drafts, eq(drafts.id, draftSources.draftId))
    // A follow-up waits for who owns its lead, whoever wrote down what is known of them.
    .where(and(eq(draftSources.sourceId, sources.id), eq(drafts.state, "pending"), isNull(drafts.leadId)));
  return and(keptBy(userId), ne(sources.visibility, "private"), exists(waiting)) as SQL;
}

/** The condition on `actions` for what somebody has still to do. */
export function openActionsOf(userId: string): SQL {
  return and(eq(actions.ownerId, userId), eq(actions.state, "open")) as SQL;
}

/** The condition on `questions` for what somebody has still to decide. */
export function openQuestionsOf(userId: string): SQL {
  return and(eq(questions.deciderId, userId), eq(questions.state, "open")) as SQL;
}

/** The condition on `blockers` for what somebody has still to get out of the way. */
export function openBlockersOf(userId: string): SQL {
  return and(eq(blockers.ownerId, userId), inArray(blockers.state, [...LIVE_STATES])) as SQL;
}

/** The condition on `leads` for whose somebody is. */
export function leadsOf(userId: string): SQL {
  return and(eq(leads.ownerId, userId), isNull(leads.deletedAt)) as SQL;
}

/** The condition on `teams` for those somebody leads. */
export function teamsLedBy(userId: string): SQL {
  return eq(teams.leadId, userId);
}
