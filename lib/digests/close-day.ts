import { and, eq } from "drizzle-orm";
import { standupDays, standups, teams } from "#drizzle/schema/schema";
import type { Tx } from "#lib/db/store";
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
 * nobody wrote, and the day is skipped with the reason. `conflict` where it was asked for already: a day has one digest.
 */
export async function closeDay(
  ctx: Ctx,
  work: Work,
  dayId: string,
  requestedBy?: string,
): Promise<string | null> {
  const { tx, record } = work;
  const day = await take(ctx, tx, dayId);
  const standup = await findHeld(tx, day.teamId);
  await putDownDay(ctx, tx, standup, day.day);
  const reason = await whySkipped(tx, day);
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

async function take(ctx: Ctx, tx: Tx, dayId: string): Promise<DigestDay> {
  const [day] = await tx
    .update(standupDays)
    .set({ state: "closed", closedAt: ctx.now() })
    .where(and(eq(standupDays.id, dayId), eq(standupDays.state, "open")))
    .returning();
  if (!day) throw new AppError("conflict", "The digest of this day was asked for already.");
  return day;
}

async function findHeld(tx: Tx, teamId: string): Promise<StandupRow & { leadId: string | null }> {
  const [row] = await tx
    .select({ standup: standups, leadId: teams.leadId })
    .from(standups)
    .innerJoin(teams, eq(teams.id, standups.teamId))
    .where(eq(standups.teamId, teamId));
  if (!row) throw new AppError("not_found", "This team holds no stand-up.");
  return { ...row.standup, leadId: row.leadId };
}

async function whySkipped(tx: Tx, { teamId, day }: DigestDay): Promise<string | null> {
  const people = await listPeople(tx, teamId, day);
  if (people.some(({ updates }) => updates.length > 0)) return null;
  const expected = people.some(({ away }) => away === null);
  return expected ? "Nobody wrote." : "Nobody was expected: all were away.";
}
