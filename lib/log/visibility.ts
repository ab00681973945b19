import { and, eq, exists, inArray, isNotNull, isNull, ne, or, type SQL, sql } from "drizzle-orm";
import { QueryBuilder } from "drizzle-orm/pg-core";
import { events, sources } from "#drizzle/schema/schema";
import { rowByRow } from "#lib/db/row-by-row";
import type { UserActor } from "#lib/events/context";
import { visibleDraft, visibleSource } from "#lib/sources/visibility";

const select = new QueryBuilder();

/**
 * The condition on `events` that keeps a query to what the actor may read: what happened to sources and drafts they
 * see, what they did themselves, what they are told, and to admins what concerns people, teams and the workspace.
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
  const told = and(inArray(events.kind, ["notice.made", "notice.read"]), eq(events.subjectId, actor.id));
  // When somebody reads what they are told is nobody else's business.
  const administered = and(aboutNoWork, ne(events.kind, "notice.read"));
  return or(aboutWork, told, actor.role === "admin" ? administered : and(aboutNoWork, own)) as SQL;
}
