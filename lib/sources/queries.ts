import { and, asc, desc, eq, getTableColumns, isNull, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { sourceAttendees, sources, sourceVersions, teams, users } from "#drizzle/schema/schema";
import type { Visibility } from "#drizzle/schema/sources";
import { olderThan, PAGE_ROWS, type Page, toPage } from "#lib/db/page";
import { type Database, reader, type Tx } from "#lib/db/store";
import { hasWords } from "#lib/db/words";
import { AppError } from "#lib/errors";
import type { Ctx, UserCtx } from "#lib/events/context";
import type { SourceText } from "#lib/grounding/statement";
import { SourceFilter } from "#lib/sources/schema";
import { visibleSource } from "#lib/sources/visibility";

const keepers = alias(users, "keepers");

/** A source as lists show it: without its text. `heldOn` is YYYY-MM-DD, `createdAt` an ISO instant. */
export type ListedSource = {
  id: string;
  workflow: string;
  title: string;
  heldOn: string;
  timeZone: string;
  authorId: string;
  authorName: string;
  visibility: Visibility;
  teamId: string | null;
  version: number;
  createdAt: string;
};

/** Sources that the actor may see, the last stored first. */
export async function listSources(ctx: UserCtx, filter: SourceFilter = {}): Promise<Page<ListedSource>> {
  const { words, cursor } = SourceFilter.parse(filter);
  const rows = await reader(ctx.store)
    .select({
      id: sources.id,
      workflow: sources.workflow,
      title: sources.title,
      heldOn: sources.heldOn,
      timeZone: sources.timeZone,
      authorId: sources.authorId,
      authorName: users.name,
      visibility: sources.visibility,
      teamId: sources.teamId,
      version: sources.currentVersion,
      createdAt: sources.createdAt,
    })
    .from(sources)
    .innerJoin(users, eq(users.id, sources.authorId))
    .where(
      and(
        isNull(sources.deletedAt),
        hasWords(sources.title, words),
        visibleSource(ctx.actor),
        olderThan(cursor, sources.createdAt, sources.id),
      ),
    )
    .orderBy(desc(sources.createdAt), desc(sources.id))
    .limit(PAGE_ROWS + 1);
  const page = toPage(rows, (last) => [last.createdAt.toISOString(), last.id]);
  return { ...page, rows: page.rows.map((row) => ({ ...row, createdAt: row.createdAt.toISOString() })) };
}

/** One version of a source as its readers see it, or `not_found` where there is none or the actor may not see it. */
export async function getSource(ctx: Ctx, sourceId: string, version?: number) {
  const db = reader(ctx.store);
  const wanted =
    version === undefined
      ? eq(sourceVersions.version, sources.currentVersion)
      : eq(sourceVersions.version, version);
  const { contentHash: _, deletedAt: __, deletedBy: ___, ...columns } = getTableColumns(sources);
  const [row] = await db
    .select({
      ...columns,
      version: sourceVersions.version,
      text: sourceVersions.text,
      lines: sourceVersions.lines,
      words: sourceVersions.words,
      authorName: users.name,
      keeperName: keepers.name,
      teamName: teams.name,
    })
    .from(sources)
    .innerJoin(sourceVersions, and(eq(sourceVersions.sourceId, sources.id), wanted))
    .innerJoin(users, eq(users.id, sources.authorId))
    .leftJoin(keepers, eq(keepers.id, sources.keeperId))
    .leftJoin(teams, eq(teams.id, sources.teamId))
    .where(and(eq(sources.id, sourceId), isNull(sources.deletedAt), visibleSource(ctx.actor)));
  if (!row)
    throw new AppError("not_found", "There is no such source: it was deleted, or it is not shared with you.");
  const attendees = await db
    .select({
      // Who is on the roster may see the source, and is shown as who they are, however the notes call them.
      name: sql<string>`coalesce(${users.name}, ${sourceAttendees.name})`,
      userId: sourceAttendees.userId,
    })
    .from(sourceAttendees)
    .leftJoin(users, eq(users.id, sourceAttendees.userId))
    .where(eq(sourceAttendees.sourceId, sourceId))
    .orderBy(asc(sourceAttendees.position));
  return { ...row, attendees: [...new Map(attendees.map((one) => [one.name, one])).values()] };
}

/** The text of one version of a source, without asking who may see it: for the worker and for approvals. */
export async function readSourceText(
  db: Database | Tx,
  sourceId: string,
  version: number,
): Promise<SourceText> {
  const [row] = await db
    .select({
      id: sources.id,
      version: sourceVersions.version,
      title: sources.title,
      text: sourceVersions.text,
      heldOn: sources.heldOn,
      timeZone: sources.timeZone,
    })
    .from(sources)
    .innerJoin(
      sourceVersions,
      and(eq(sourceVersions.sourceId, sources.id), eq(sourceVersions.version, version)),
    )
    .where(eq(sources.id, sourceId));
  if (!row) throw new Error(`Version ${version} of ${sourceId} is missing.`);
  const attendees = await db
    .select({ name: sourceAttendees.name })
    .from(sourceAttendees)
    .where(eq(sourceAttendees.sourceId, sourceId))
    .orderBy(asc(sourceAttendees.position));
  return { ...row, attendees: attendees.map((attendee) => attendee.name) };
}
