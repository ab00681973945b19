import { and, eq, gt, isNotNull, isNull, or, sql } from "drizzle-orm";
import { draftSources, drafts, leadEntries, leads, promises, sources } from "#drizzle/schema/schema";
import { putDown } from "#lib/cadence/dues";
import { isClosed } from "#lib/cadence/lock-lead";
import { readWorkDays } from "#lib/calendar/read-work-days";
import { firstWorkDay } from "#lib/calendar/work-days";
import { reader } from "#lib/db/store";
import { AppError, ignoreConflict } from "#lib/errors";
import type { Ctx, Ports } from "#lib/events/context";
import { transact } from "#lib/events/transact";
import { localDay } from "#lib/format/dates";
import { addEntry } from "#lib/leads/timeline";

/** A promise is looked at for two days: the lead it was made to may be added after the meeting. */
const DAYS_MS = 2 * 24 * 3600 * 1000;
const BATCH = 100;

/**
 * Brings promises that were made to leads at meetings everybody may see onto their timelines, and puts down that a
 * follow-up about each is drafted by the day it was promised for. Whom a promise is to is told by the lead's name or
 * company, where exactly one lead has it.
 */
export async function sweepPromises(ports: Ports): Promise<void> {
  const ctx: Ctx = { ...ports, actor: { kind: "system" } };
  for (const promise of await listUnlinked(ctx)) {
    const lead = await findNamed(ctx, promise.toName ?? "");
    if (lead) await link(ctx, promise, lead).catch(ignoreConflict);
  }
}

type Promised = { id: string; toName: string | null; dueOn: string | null; createdAt: Date };
type Lead = typeof leads.$inferSelect;

function listUnlinked(ctx: Ctx): Promise<Promised[]> {
  const hidden = sql`exists (select 1 from ${draftSources} join ${sources} on ${sources.id} = ${draftSources.sourceId} where ${draftSources.draftId} = ${drafts.id} and ${sources.visibility} <> 'open')`;
  return reader(ctx.store)
    .select({
      id: promises.id,
      toName: promises.toName,
      dueOn: promises.dueOn,
      createdAt: promises.createdAt,
    })
    .from(promises)
    .innerJoin(drafts, eq(drafts.id, promises.draftId))
    .leftJoin(leadEntries, eq(leadEntries.promiseId, promises.id))
    .where(
      and(
        gt(promises.createdAt, new Date(ctx.now().getTime() - DAYS_MS)),
        isNotNull(promises.toName),
        isNull(leadEntries.id),
        sql`not ${hidden}`,
      ),
    )
    .limit(BATCH);
}

async function findNamed(ctx: Ctx, name: string): Promise<Lead | null> {
  const words = name.trim().toLowerCase();
  const found = await reader(ctx.store)
    .select()
    .from(leads)
    .where(
      and(
        isNull(leads.deletedAt),
        or(sql`lower(${leads.name}) = ${words}`, sql`lower(${leads.company}) = ${words}`),
      ),
    )
    .limit(2);
  return found.length === 1 ? (found[0] ?? null) : null;
}

function link(ctx: Ctx, promise: Promised, lead: Lead): Promise<void> {
  return transact(ctx, async (work) => {
    // Held, so that of two workers the second finds what the first linked.
    await work.tx.select({ id: leads.id }).from(leads).where(eq(leads.id, lead.id)).for("no key update");
    const [already] = await work.tx
      .select({ id: leadEntries.id })
      .from(leadEntries)
      .where(eq(leadEntries.promiseId, promise.id));
    if (already) throw new AppError("conflict", "Another worker has linked it.");
    await addEntry(ctx, work, {
      leadId: lead.id,
      kind: "promise",
      at: promise.createdAt,
      words: "Promised at a meeting",
      promiseId: promise.id,
    });
    if (lead.ownerId && !isClosed(lead)) {
      const when = await readWorkDays(work.tx, lead.ownerId, ctx.now());
      const today = localDay(ctx.now(), when.timeZone);
      const wanted = promise.dueOn && promise.dueOn > today ? promise.dueOn : today;
      const due = {
        leadId: lead.id,
        why: "promise",
        dueOn: firstWorkDay(wanted, when),
        promiseId: promise.id,
      } as const;
      await putDown(ctx, work.tx, due, when);
    }
    work.record({ kind: "lead.promised", subjectId: lead.id, data: { promiseId: promise.id } });
  });
}
