import { and, eq } from "drizzle-orm";
import { briefWeeks, users } from "#drizzle/schema/schema";
import { readWeek } from "#lib/briefing/read-week";
import { weekFacts } from "#lib/briefing/week-facts";
import { canHaveBrief } from "#lib/briefs/policy";
import { putDownWeek } from "#lib/briefs/put-down-week";
import { reader } from "#lib/db/store";
import { AppError } from "#lib/errors";
import type { Ctx, UserActor } from "#lib/events/context";
import { transact, type Work } from "#lib/events/transact";
import { periodOf, periodTitle } from "#lib/figures/period";
import { type BriefFacts, briefFactsText } from "#lib/format/brief-facts";
import { addDays, type Day } from "#lib/format/dates";
import { cleanText } from "#lib/parsers/plain";
import { queueRun } from "#lib/runs/queue-run";
import { keepText } from "#lib/sources/keep-text";
import { briefWorkflow } from "#lib/workflows/registry";

type Week = { id: string; monday: Day; timeZone: string; actor: UserActor; isHere: boolean };

/**
 * Asks for the brief of a week, written from what code knows of it under the rights of whom it is for, and puts the next
 * one down. Returns the run; null where it is skipped, with the reason. `conflict` where it was asked for already: a
 * week is told once.
 */
export async function askBrief(ctx: Ctx, weekId: string): Promise<string | null> {
  const week = await findWeek(ctx, weekId);
  const may = week.isHere && canHaveBrief(week.actor);
  // Before the transaction: figures are read as pages read them, and none is held while they are.
  const facts = may
    ? weekFacts(await readWeek({ ...ctx, actor: week.actor }, week.monday, week.timeZone))
    : null;
  return transact(ctx, async (work) => {
    if (facts) return ask(ctx, work, week, facts);
    await skip(
      ctx,
      work,
      week,
      may ? "Nothing happened, and nothing waits." : "Leaders and admins have briefs.",
    );
    return null;
  });
}

async function findWeek(ctx: Ctx, weekId: string): Promise<Week> {
  const [row] = await reader(ctx.store)
    .select({
      id: briefWeeks.id,
      monday: briefWeeks.monday,
      userId: users.id,
      name: users.name,
      role: users.role,
      timeZone: users.timeZone,
      deactivatedAt: users.deactivatedAt,
    })
    .from(briefWeeks)
    .innerJoin(users, eq(users.id, briefWeeks.userId))
    .where(eq(briefWeeks.id, weekId));
  // Whoever changed when they are told put another one down in its place.
  if (!row) throw new AppError("conflict", "This brief is not to be written any more.");
  const { id, monday, timeZone, userId, name, role, deactivatedAt } = row;
  const actor: UserActor = { kind: "user", id: userId, name, role };
  return { id, monday, timeZone, actor, isHere: deactivatedAt === null };
}

async function ask(ctx: Ctx, work: Work, week: Week, facts: BriefFacts): Promise<string> {
  await take(work, week, "asked");
  const { monday, timeZone, actor } = week;
  const title = periodTitle(periodOf("week", 0, monday));
  const sourceId = await keepText(ctx, work, {
    workflow: briefWorkflow.key,
    teamId: null,
    day: addDays(monday, 6),
    title: `Weekly brief, ${title}`,
    text: cleanText(briefFactsText(`The week of ${title}, for ${actor.name}`, facts)),
    timeZone,
    visibility: "private",
    authorId: actor.id,
    people: [],
    via: "code",
  });
  const runId = await queueRun(ctx, work, {
    workflow: briefWorkflow,
    sources: [{ sourceId, version: 1 }],
    requestedBy: actor.id,
  });
  await work.tx.update(briefWeeks).set({ sourceId, runId }).where(eq(briefWeeks.id, week.id));
  await putDownWeek(ctx, work.tx, actor.id);
  work.record({ kind: "brief.asked", subjectId: actor.id, sourceId, data: { runId } });
  return runId;
}

async function skip(ctx: Ctx, work: Work, week: Week, reason: string): Promise<void> {
  await take(work, week, "skipped", reason);
  if (week.isHere && canHaveBrief(week.actor)) await putDownWeek(ctx, work.tx, week.actor.id);
  work.record({ kind: "brief.skipped", subjectId: week.actor.id, data: {} });
}

async function take({ tx }: Work, { id }: Week, state: "asked" | "skipped", reason?: string): Promise<void> {
  const [row] = await tx
    .update(briefWeeks)
    .set({ state, reason })
    .where(and(eq(briefWeeks.id, id), eq(briefWeeks.state, "open")))
    .returning({ id: briefWeeks.id });
  if (!row) throw new AppError("conflict", "The brief of this week was asked for already.");
}
