import { and, desc, eq, inArray, isNull } from "drizzle-orm";
import { sources, sourceVersions, users } from "#drizzle/schema/schema";
import { type Database, reader } from "#lib/db/store";
import type { UserCtx } from "#lib/events/context";
import { type ChangedLine, changedLines } from "#lib/format/changed-lines";
import { visibleSource } from "#lib/sources/visibility";

/** One text of a source: who brought it in or corrected it, and why. `at` is an ISO instant. */
export type SourceVersion = {
  version: number;
  by: string;
  at: string;
  reason: string | null;
  /** Null where it is not the one that is opened. */
  changed: Changed | null;
};

/** What differs from the version before, at most `MOST` lines; `more` are left out. */
export type Changed = { lines: ChangedLine[]; more: number };

const MOST_VERSIONS = 200;
const MOST = 20;
const LONGEST = 600;

/**
 * Every version of a source that the actor may see, the newest first; empty where they don't. What differs is told of one
 * of them, the newest where none is named: the texts of two are read, however many there are.
 */
export async function listVersions(
  ctx: UserCtx,
  sourceId: string,
  opened?: number,
): Promise<SourceVersion[]> {
  const db = reader(ctx.store);
  const rows = await db
    .select({
      version: sourceVersions.version,
      by: users.name,
      at: sourceVersions.createdAt,
      reason: sourceVersions.reason,
    })
    .from(sourceVersions)
    .innerJoin(sources, eq(sources.id, sourceVersions.sourceId))
    .innerJoin(users, eq(users.id, sourceVersions.createdBy))
    .where(and(eq(sourceVersions.sourceId, sourceId), isNull(sources.deletedAt), visibleSource(ctx.actor)))
    .orderBy(desc(sourceVersions.version))
    .limit(MOST_VERSIONS);
  const shown = rows.find(({ version }) => version === opened) ?? rows[0];
  const changed = shown && (await readChanged(db, sourceId, shown.version));
  return rows.map(({ at, ...row }) => ({
    ...row,
    at: at.toISOString(),
    changed: row.version === shown?.version ? (changed ?? null) : null,
  }));
}

async function readChanged(db: Database, sourceId: string, version: number): Promise<Changed | null> {
  const rows = await db
    .select({ version: sourceVersions.version, text: sourceVersions.text })
    .from(sourceVersions)
    .where(
      and(eq(sourceVersions.sourceId, sourceId), inArray(sourceVersions.version, [version - 1, version])),
    );
  const [before, after] = [version - 1, version].map((of) => rows.find((row) => row.version === of)?.text);
  if (before === undefined || after === undefined) return null;
  const lines = changedLines(before, after);
  return { lines: lines.slice(0, MOST).map(clipped), more: Math.max(0, lines.length - MOST) };
}

function clipped({ number, before, after }: ChangedLine): ChangedLine {
  return { number, before: before?.slice(0, LONGEST) ?? null, after: after?.slice(0, LONGEST) ?? null };
}
