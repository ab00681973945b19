import { and, desc, eq, isNull, ne } from "drizzle-orm";
import { sources, sourceVersions } from "#drizzle/schema/schema";
import type { Ctx } from "#lib/events/context";
import type { Work } from "#lib/events/transact";
import { keepFacts } from "#lib/leads/keep-facts";

type SourceRef = { sourceId: string; version: number };

/** The newest of a timeline say what is going on; a model's context and a reviewer's patience end too. */
const MOST = 20;
const MOST_CHARACTERS = 60_000;

/**
 * What a follow-up may be written from, in the caller's transaction: what is known of the lead, as it is now, and then
 * the newest texts of its timeline, newest first, as far as they fit.
 */
export async function leadSources(
  ctx: Ctx,
  work: Work,
  leadId: string,
): Promise<[SourceRef, ...SourceRef[]]> {
  const facts = await keepFacts(ctx, work, leadId);
  const rows = await work.tx
    .select({ sourceId: sources.id, version: sources.currentVersion, words: sourceVersions.words })
    .from(sources)
    .innerJoin(
      sourceVersions,
      and(eq(sourceVersions.sourceId, sources.id), eq(sourceVersions.version, sources.currentVersion)),
    )
    .where(and(eq(sources.leadId, leadId), ne(sources.id, facts.sourceId), isNull(sources.deletedAt)))
    .orderBy(desc(sources.createdAt), desc(sources.id))
    .limit(MOST);
  let room = MOST_CHARACTERS / CHARACTERS_A_WORD;
  const fitting = rows.filter(({ words }) => {
    room -= words;
    return room >= 0;
  });
  return [facts, ...fitting.map(({ sourceId, version }) => ({ sourceId, version }))];
}

const CHARACTERS_A_WORD = 6;
