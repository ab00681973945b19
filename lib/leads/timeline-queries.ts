import { and, desc, eq, isNull, sql } from "drizzle-orm";
import { leadEntries, leads, sources, sourceVersions, users } from "#drizzle/schema/schema";
import { olderThan, PAGE_ROWS, type Page, toPage } from "#lib/db/page";
import { reader } from "#lib/db/store";
import type { UserCtx } from "#lib/events/context";
import { TimelineFilter } from "#lib/leads/schema";
import type { TimelineEntry } from "#lib/leads/view";
import { visibleSource } from "#lib/sources/visibility";

/** Characters of a text that a timeline shows. */
const SHOWN = 4_000;

/** What happened to a lead, the newest first; empty where there is no such lead. */
export async function listTimeline(ctx: UserCtx, filter: TimelineFilter): Promise<Page<TimelineEntry>> {
  const { leadId, cursor } = TimelineFilter.parse(filter);
  const rows = await reader(ctx.store)
    .select({
      id: leadEntries.id,
      kind: leadEntries.kind,
      at: leadEntries.at,
      words: leadEntries.words,
      by: users.name,
      deliveryId: leadEntries.deliveryId,
      sourceId: sources.id,
      text: sql<string | null>`left(${sourceVersions.text}, ${sql.raw(String(SHOWN + 1))})`,
    })
    .from(leadEntries)
    .innerJoin(leads, and(eq(leads.id, leadEntries.leadId), isNull(leads.deletedAt)))
    .leftJoin(users, eq(users.id, leadEntries.by))
    .leftJoin(
      sources,
      and(eq(sources.id, leadEntries.sourceId), isNull(sources.deletedAt), visibleSource(ctx.actor)),
    )
    .leftJoin(
      sourceVersions,
      and(eq(sourceVersions.sourceId, sources.id), eq(sourceVersions.version, sources.currentVersion)),
    )
    .where(and(eq(leadEntries.leadId, leadId), olderThan(cursor, leadEntries.at, leadEntries.id)))
    .orderBy(desc(leadEntries.at), desc(leadEntries.id))
    .limit(PAGE_ROWS + 1);
  const page = toPage(rows, (last) => [last.at.toISOString(), last.id]);
  return { ...page, rows: page.rows.map(toEntry) };
}

type Row = Omit<TimelineEntry, "at" | "source"> & { at: Date; sourceId: string | null; text: string | null };

function toEntry({ at, sourceId, text, ...row }: Row): TimelineEntry {
  const source =
    sourceId === null || text === null
      ? null
      : { id: sourceId, text: text.slice(0, SHOWN).toWellFormed(), cut: text.length > SHOWN };
  return { ...row, at: at.toISOString(), source };
}
