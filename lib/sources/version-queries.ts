import { and, asc, eq, isNull } from "drizzle-orm";
import { sources, sourceVersions, users } from "#drizzle/schema/schema";
import { reader } from "#lib/db/store";
import type { UserCtx } from "#lib/events/context";
import { type ChangedLine, changedLines } from "#lib/format/changed-lines";
import { visibleSource } from "#lib/sources/visibility";

/** One text of a source: who brought it in or corrected it, and why. `at` is an ISO instant. */
export type SourceVersion = {
  version: number;
  by: string;
  at: string;
  reason: string | null;
  /** What differs from the version before, at most `MOST` lines; `more` are left out. */
  changes: ChangedLine[];
  more: number;
};

const MOST = 20;
const LONGEST = 600;

/** Every version of a source that the actor may see, the newest first; empty where they don't. */
export async function listVersions(ctx: UserCtx, sourceId: string): Promise<SourceVersion[]> {
  const rows = await reader(ctx.store)
    .select({
      version: sourceVersions.version,
      text: sourceVersions.text,
      by: users.name,
      at: sourceVersions.createdAt,
      reason: sourceVersions.reason,
    })
    .from(sourceVersions)
    .innerJoin(sources, eq(sources.id, sourceVersions.sourceId))
    .innerJoin(users, eq(users.id, sourceVersions.createdBy))
    .where(and(eq(sourceVersions.sourceId, sourceId), isNull(sources.deletedAt), visibleSource(ctx.actor)))
    .orderBy(asc(sourceVersions.version));
  return rows
    .map(({ text, at, ...row }, i) => {
      const before = rows[i - 1]?.text;
      const changes = before === undefined ? [] : changedLines(before, text);
      const shown = changes.slice(0, MOST).map(clipped);
      return { ...row, at: at.toISOString(), changes: shown, more: changes.length - shown.length };
    })
    .reverse();
}

function clipped({ number, before, after }: ChangedLine): ChangedLine {
  return { number, before: before?.slice(0, LONGEST) ?? null, after: after?.slice(0, LONGEST) ?? null };
}
