import { and, eq } from "drizzle-orm";
import { sourceVersions, users } from "#drizzle/schema/schema";
import type { Database } from "#lib/db/store";
import type { DeskChange, DeskStale } from "#lib/drafts/view";
import { changedLines } from "#lib/format/changed-lines";
import { relocate } from "#lib/grounding/relocate";
import type { Evidence } from "#lib/grounding/statement";
import { readSourceText } from "#lib/sources/queries";

const MOST = 50;

/** What a correction changed since the version a draft was written from, and which of its quotes that touches. */
export async function readStale(
  db: Database,
  { sourceId, version: from, newest }: { sourceId: string; version: number; newest: number },
  evidence: Evidence[],
): Promise<DeskStale> {
  const [before, after, corrected] = await Promise.all([
    readSourceText(db, sourceId, from),
    readSourceText(db, sourceId, newest),
    readCorrection(db, sourceId, newest),
  ]);
  const relocated = relocate(evidence, before, after);
  const ids = (some: typeof relocated) => [...new Set(some.map(({ place }) => place.statementId))];
  const lost = ids(relocated.filter(({ found }) => !found));
  const touched = ids(relocated.filter(({ found, sameSentence }) => found && !sameSentence));
  const behind = lineReader(
    before.text,
    evidence.filter((place) => place.sourceId === sourceId),
  );
  const changes = changedLines(before.text, after.text).map(
    (line): DeskChange => ({ ...line, behind: line.before === null ? [] : behind(line.before) }),
  );
  const ordered = [...changes.filter(isBehind), ...changes.filter((change) => !isBehind(change))];
  return {
    from,
    version: newest,
    ...corrected,
    changes: ordered.slice(0, MOST).map(clipped),
    more: Math.max(0, ordered.length - MOST),
    lost,
    touched: touched.filter((id) => !lost.includes(id)),
  };
}

function isBehind({ behind }: DeskChange): boolean {
  return behind.length > 0;
}

/** The statements whose sentence lies on a line with these words. */
function lineReader(text: string, evidence: Evidence[]): (line: string) => string[] {
  const lines = new Map<string, Set<string>>();
  for (const { statementId, start, end } of evidence) {
    const first = text.lastIndexOf("\n", start - 1) + 1;
    for (const line of text.slice(first, Math.max(end, lineEnd(text, end))).split("\n"))
      lines.set(line, (lines.get(line) ?? new Set()).add(statementId));
  }
  return (line) => [...(lines.get(line) ?? [])];
}

function lineEnd(text: string, at: number): number {
  const end = text.indexOf("\n", at);
  return end === -1 ? text.length : end;
}

const LONGEST = 600;

/** A line may be as long as its text: of very long ones the beginning tells enough. */
function clipped(change: DeskChange): DeskChange {
  const clip = (line: string | null) => line && (line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line);
  return { ...change, before: clip(change.before), after: clip(change.after) };
}

async function readCorrection(db: Database, sourceId: string, version: number) {
  const [row] = await db
    .select({ by: users.name, at: sourceVersions.createdAt, reason: sourceVersions.reason })
    .from(sourceVersions)
    .innerJoin(users, eq(users.id, sourceVersions.createdBy))
    .where(and(eq(sourceVersions.sourceId, sourceId), eq(sourceVersions.version, version)));
  if (!row) throw new Error(`Version ${version} of ${sourceId} is missing.`);
  return { ...row, at: row.at.toISOString() };
}
