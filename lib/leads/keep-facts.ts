import { and, eq, isNull } from "drizzle-orm";
import { leads, sources, sourceVersions, workspace } from "#drizzle/schema/schema";
import type { Tx } from "#lib/db/store";
import type { Ctx } from "#lib/events/context";
import type { Work } from "#lib/events/transact";
import { localDay } from "#lib/format/dates";
import { factsText } from "#lib/leads/facts-text";
import { type LeadRow, lockLead } from "#lib/leads/find-lead";
import { storeLeadSource } from "#lib/leads/lead-source";
import { cleanText } from "#lib/parsers/plain";
import { contentHashOf } from "#lib/sources/content-hash";
import { versionRow } from "#lib/sources/version-row";

type Kept = { sourceId: string; version: number };

/**
 * Keeps what is known of a lead as a source, in the caller's transaction: a new version where it changed since, a new
 * source where there is none or it was deleted. Returns what to write from.
 */
export async function keepFacts(ctx: Ctx, work: Work, leadId: string): Promise<Kept> {
  const lead = await lockLead(ctx.actor, work.tx, leadId);
  const text = cleanText(factsText(lead));
  const kept = lead.factsSourceId ? await lockKept(work.tx, lead.factsSourceId) : undefined;
  if (!kept) return begin(ctx, work, lead, text);
  const { sourceId, version } = kept;
  if (kept.text === text) return { sourceId, version };
  return addVersion(ctx, work, { lead, sourceId, version: version + 1, text });
}

async function lockKept(tx: Tx, sourceId: string) {
  const [row] = await tx
    .select({ sourceId: sources.id, version: sources.currentVersion, text: sourceVersions.text })
    .from(sources)
    .innerJoin(
      sourceVersions,
      and(eq(sourceVersions.sourceId, sources.id), eq(sourceVersions.version, sources.currentVersion)),
    )
    .where(and(eq(sources.id, sourceId), isNull(sources.deletedAt)))
    .for("update");
  return row;
}

async function begin(ctx: Ctx, work: Work, lead: LeadRow, text: string): Promise<Kept> {
  const [company] = await work.tx.select({ timeZone: workspace.timeZone }).from(workspace);
  const timeZone = company?.timeZone ?? "UTC";
  const sourceId = await storeLeadSource(ctx, work, {
    leadId: lead.id,
    title: `What is known of ${lead.name}`,
    text,
    heldOn: localDay(ctx.now(), timeZone),
    timeZone,
    authorId: lead.createdBy,
    provenance: { via: "code", format: "text" },
    contentHash: contentHashOf(`What is known of ${lead.id}`),
  });
  await work.tx.update(leads).set({ factsSourceId: sourceId }).where(eq(leads.id, lead.id));
  return { sourceId, version: 1 };
}

async function addVersion(
  ctx: Ctx,
  { tx, record }: Work,
  { lead, sourceId, version, text }: Kept & { lead: LeadRow; text: string },
): Promise<Kept> {
  const by = ctx.actor.kind === "user" ? ctx.actor.id : lead.createdBy;
  const reason = "What is known of the lead has changed.";
  await tx
    .insert(sourceVersions)
    .values({ ...versionRow({ sourceId, version, text, by, at: ctx.now() }), reason });
  await tx
    .update(sources)
    .set({ currentVersion: version, title: `What is known of ${lead.name}` })
    .where(eq(sources.id, sourceId));
  record({ kind: "source.corrected", subjectId: sourceId, sourceId, data: { version } });
  return { sourceId, version };
}
