import { and, eq, exists, inArray, isNotNull, isNull, not, or, type SQL, sql } from "drizzle-orm";
import { QueryBuilder } from "drizzle-orm/pg-core";
import { events, sources } from "#drizzle/schema/schema";
import { rowByRow } from "#lib/db/row-by-row";
import type { UserActor } from "#lib/events/context";
import { kindsOf } from "#lib/log/groups";
import { visibleDraft, visibleSource } from "#lib/sources/visibility";

const select = new QueryBuilder();
/** Leads, and whether they may be written to, are everybody's to see. */
const OPEN = kindsOf("leads");

/**
 * The condition on `events` that keeps a query to what the actor may read: what happened to sources and drafts they
 * see, what they did themselves, what they are told, what is done to leads, and to admins what concerns people, teams and the workspace.
 */
export function visibleEvent(actor: UserActor): SQL {
  const source = select
    .select({ one: sql`1` })
    .from(sources)
    .where(and(eq(sources.id, events.sourceId), visibleSource(actor)));
  const aboutWork = or(
    and(isNull(events.draftId), rowByRow(exists(source))),
    and(isNotNull(events.draftId), rowByRow(visibleDraft(actor, events.draftId))),
  );
  const aboutNoWork = and(isNull(events.sourceId), isNull(events.draftId));
  const own = eq(events.actorId, actor.id);
  const isNotice = inArray(events.kind, ["notice.made", "notice.read"]);
  const told = and(isNotice, eq(events.subjectId, actor.id));
  // What somebody is told may be about what admins may not see, and when they read it is their business.
  const theirs = actor.role === "admin" ? or(own, not(isNotice)) : own;
  return or(aboutWork, told, inArray(events.kind, OPEN), and(aboutNoWork, theirs)) as SQL;
}
