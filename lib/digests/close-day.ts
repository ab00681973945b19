import { and, eq, lte } from "drizzle-orm";
import { standupDays, standups, teams } from "#drizzle/schema/schema";
import type { Tx } from "#lib/db/store";
import { NOBODY_THERE, passedSince, putDownPassed } from "#lib/digests/passed-days";
import { AppError } from "#lib/errors";
import type { Ctx } from "#lib/events/context";
import type { Work } from "#lib/events/transact";
import { queueRun } from "#lib/runs/queue-run";
import { type DigestDay, digestSources } from "#lib/standups/digest-sources";
import type { StandupRow } from "#lib/standups/find-standup";
import { listPeople } from "#lib/standups/people";
import { putDownDay } from "#lib/standups/put-down-day";
import { standupWorkflow } from "#lib/workflows/registry";

/**
 * Asks for the digest of a day, in the caller's transaction, and puts the next day down. Returns the run; null where
 * nobody wrote, or where people wrote for a later day whose hour has come too, and the day is skipped with the reason. `conflict` where it was asked for already: a day has one digest;
 * and where nobody asks and its hour isn't there (any more): somebody moved it a moment ago.
 */
export async function closeDay(
  ctx: Ctx,
  work: Work,
  dayId: string,
  requestedBy?: string,
): Promise<string | null> {
  const { tx, record } = work;
  const standup = await holdStandup(tx, dayId);
  const day = await take(ctx, tx, dayId, requestedBy !== undefined);
  const passed =
    standup.active && requestedBy === undefined ? await passedSince(ctx, tx, standup, day.day) : [];
  if (passed.length > 0) await putDownPassed(ctx, work, standup, passed);
  else if (standup.active) await putDownDay(ctx, tx, standup, day.day);
  const reason = (await whySkipped(tx, day)) ?? (passed.length > 0 ? NOBODY_THERE : null);
  if (reason) {
    await tx.update(standupDays).set({ state: "skipped", reason }).where(eq(standupDays.id, day.id));
    record({ kind: "standup.skipped", subjectId: day.teamId, data: {} });
    return null;
  }
  const sources = await digestSources(ctx, work, standup, day);
  const runId = await queueRun(ctx, work, {
    workflow: standupWorkflow,
    sources,
    requestedBy: requestedBy ?? standup.leadId ?? standup.changedBy,
  });
  await tx.update(standupDays).set({ runId }).where(eq(standupDays.id, day.id));
  record({
    kind: "standup.closed",
    subjectId: day.teamId,
    sourceId: sources[0].sourceId,
    data: { runId, updates: sources.length - 1 },
  });
  return runId;
}

async function take(ctx: Ctx, tx: Tx, dayId: string, isAsked: boolean): Promise<DigestDay> {
  const isDue = isAsked ? undefined : lte(standupDays.dueAt, ctx.now());
  const [day] = await tx
    .update(standupDays)
    .set({ state: "closed", closedAt: ctx.now() })
    .where(and(eq(standupDays.id, dayId), eq(standupDays.state, "open"), isDue))
    .returning();
  if (!day) throw new AppError("conflict", "The digest of this day was asked for already.");
  return day;
}

/** The stand-up of a day as it stays until the transaction ends. Held before the day, as who changes it holds them. */
async function holdStandup(tx: Tx, dayId: string): Promise<StandupRow & { leadId: string | null }> {
  const [row] = await tx
    .select({ standup: standups, leadId: teams.leadId })
    .from(standups)
    .innerJoin(teams, eq(teams.id, standups.teamId))
    .innerJoin(standupDays, eq(standupDays.teamId, standups.teamId))
    .where(eq(standupDays.id, dayId))
    .for("share", { of: standups });
  if (!row) throw new AppError("conflict", "This stand-up was taken out a moment ago.");
  return { ...row.standup, leadId: row.leadId };
}

async function whySkipped(tx: Tx, { teamId, day }: DigestDay): Promise<string | null> {
  const people = await listPeople(tx, teamId, day);
  const updates = people.flatMap((person) => person.updates);
  if (updates.some(({ told }) => told)) return null;
  if (updates.length > 0) return "Nobody shares their update with the team.";
  const expected = people.some(({ away }) => away === null);
  return expected ? "Nobody wrote." : "Nobody was expected: all were away.";
}
