import { and, asc, eq, getTableColumns, isNull, sql } from "drizzle-orm";
import { sourceAttendees, sources, sourceVersions, teams, users } from "#drizzle/schema/schema";
import { type Database, reader, type Tx } from "#lib/db/store";
import { AppError } from "#lib/errors";
import type { Ctx } from "#lib/events/context";
import type { SourceText } from "#lib/grounding/statement";
import { visibleSource } from "#lib/sources/visibility";

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
      teamName: teams.name,
    })
    .from(sources)
    .innerJoin(sourceVersions, and(eq(sourceVersions.sourceId, sources.id), wanted))
    .innerJoin(users, eq(users.id, sources.authorId))
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
