import { eq } from "drizzle-orm";
import { sourceVersions } from "#drizzle/schema/schema";
import type { Provenance } from "#drizzle/schema/sources";
import { holds, placesOf, type Span } from "#lib/custody/mask";
import type { Database, Tx } from "#lib/db/store";
import { AppError } from "#lib/errors";

export type VersionText = { version: number; text: string; reason: string | null };

type Found = {
  /** Where the words stand in the text, by version. */
  spans: Map<number, Span[]>;
  /** How many places that are. */
  places: number;
  /** Whether the title or the name of the file has them. */
  named: boolean;
};

/** The text of each version of a source. */
export function listTexts(db: Database | Tx, sourceId: string): Promise<VersionText[]> {
  return db
    .select({
      version: sourceVersions.version,
      text: sourceVersions.text,
      reason: sourceVersions.reason,
    })
    .from(sourceVersions)
    .where(eq(sourceVersions.sourceId, sourceId));
}

/** Where words stand in a source; `invalid` where they stand nowhere. */
export function findWords(
  { title, provenance }: { title: string; provenance: Provenance },
  texts: VersionText[],
  words: string,
): Found {
  const spans = new Map(texts.map(({ version, text }) => [version, placesOf(words, text)]));
  const places = [...spans.values()].flat().length;
  const named = [title, provenance.fileName].some((name) => holds(name, words));
  if (places === 0 && !named) {
    throw new AppError("invalid", "These words don’t stand in the source. Copy them as it has them.");
  }
  return { spans, places, named };
}
