import { and, eq, isNull } from "drizzle-orm";
import { sources, sourceVersions } from "#drizzle/schema/schema";
import type { Provenance } from "#drizzle/schema/sources";
import { newId } from "#lib/db/ids";
import type { Database, Tx } from "#lib/db/store";
import type { Ctx } from "#lib/events/context";
import type { Work } from "#lib/events/transact";
import type { Day } from "#lib/format/dates";
import { contentHashOf } from "#lib/sources/content-hash";
import { versionRow } from "#lib/sources/version-row";

/** The workflow that writes from what a lead's timeline is made of. */
export const LEAD_WORKFLOW = "follow-up";

export type LeadSource = {
  leadId: string;
  title: string;
  /** As it is stored: clean, without control characters. */
  text: string;
  heldOn: Day;
  timeZone: string;
  authorId: string;
  provenance: Provenance;
  /** What tells it again besides the lead and the text. */
  contentHash: string;
};

/** Stores a text that belongs to a lead, in the caller's transaction; no run is made of it. Returns its id. */
export async function storeLeadSource(ctx: Ctx, { tx, record }: Work, source: LeadSource): Promise<string> {
  const sourceId = newId("src", ctx.now());
  const { text, provenance, ...columns } = source;
  await tx.insert(sources).values({
    ...columns,
    id: sourceId,
    provenance,
    workflow: LEAD_WORKFLOW,
    visibility: "open",
    createdAt: ctx.now(),
  });
  await tx
    .insert(sourceVersions)
    .values(versionRow({ sourceId, version: 1, text, by: source.authorId, at: ctx.now() }));
  const data = { workflow: LEAD_WORKFLOW, visibility: "open", via: provenance.via };
  record({ kind: "source.stored", subjectId: sourceId, sourceId, data });
  return sourceId;
}

/** What tells a text of a lead again. Of two leads the same words are two texts. */
export function leadTextHash(leadId: string, text: string): string {
  return contentHashOf(`${leadId}\n${text}`);
}

/** The text of a lead with this hash, by whoever; undefined where there is none or it was deleted. */
export async function findLeadSource(
  db: Database | Tx,
  leadId: string,
  contentHash: string,
): Promise<string | undefined> {
  const [row] = await db
    .select({ id: sources.id })
    .from(sources)
    .where(and(eq(sources.contentHash, contentHash), eq(sources.leadId, leadId), isNull(sources.deletedAt)))
    .limit(1);
  return row?.id;
}
