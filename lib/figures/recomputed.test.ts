import { beforeAll, describe, expect, it } from "vitest";
import * as tables from "#drizzle/schema/schema";
import { CAST, type CastKey, ENGINEERING, type Stage, setStage } from "#e2e/support/cast";
import { seedFigures } from "#e2e/support/figures";
import { setBaseline } from "#lib/budgets/set-baseline";
import { setBudget } from "#lib/budgets/set-budget";
import { getAdoption } from "#lib/figures/people-queries";
import { type PeriodKind, periodOf } from "#lib/figures/period";
import { getRecordFigures } from "#lib/figures/record-queries";
import { getReviewing } from "#lib/figures/review-queries";
import { getSpend } from "#lib/figures/spend-queries";
import { addDays, type Day, localDay, mondayOf, weekday } from "#lib/format/dates";
import type { Calendar } from "#lib/users/calendar";

/** Every figure again, the slow way: all rows in memory, one after the other, with nothing of the queries' own. */
const ZONE = "America/Toronto";
const CALENDAR: Calendar = { timeZone: ZONE, today: "2026-11-20" };
const MINUTES: Record<string, number> = { "meeting-notes": 25, "follow-up": 12 };

let stage: Stage;
let all: Awaited<ReturnType<typeof readAll>>;
beforeAll(async () => {
  stage = await setStage("2026-11-20T18:00:00Z");
  await seedFigures(stage, { drafts: 260, days: 100 });
  for (const [workflow, minutes] of Object.entries(MINUTES))
    await setBaseline(stage.as("ada"), { workflow, version: 0, minutes });
  await setBudget(stage.as("ada"), { workflow: "follow-up", version: 0, monthCents: 900 });
  all = await readAll();
}, 120_000);

async function readAll() {
  const db = stage.store.raw;
  return {
    reviews: await db.select().from(tables.reviews),
    drafts: await db.select().from(tables.drafts),
    sources: await db.select().from(tables.sources),
    draftSources: await db.select().from(tables.draftSources),
    actions: await db.select().from(tables.actions),
    runs: await db.select().from(tables.runs),
    calls: await db.select().from(tables.modelCalls),
    days: await db.select().from(tables.standupDays),
    updates: await db.select().from(tables.standupUpdates),
    absences: await db.select().from(tables.absences),
  };
}

/** Nobody of the leaders is in Engineering or attends anything: they see what is open and their own. */
function sees(who: CastKey, sourceId: string | undefined): boolean {
  const source = all.sources.find(({ id }) => id === sourceId);
  return source?.visibility === "open" || source?.authorId === CAST[who].id;
}

const seesDraft = (who: CastKey, draftId: string) =>
  all.draftSources.filter((one) => one.draftId === draftId).every(({ sourceId }) => sees(who, sourceId));

const TEAM: string[] = [CAST.dana.id, CAST.chidi.id];
const dayOf = (at: Date) => localDay(at, ZONE);

function reviewsOf(who: CastKey, from: Day, to: Day, teamId?: string) {
  return all.reviews
    .filter(({ createdAt }) => dayOf(createdAt) >= from && dayOf(createdAt) <= to)
    .filter(({ draftId }) => seesDraft(who, draftId))
    .filter(({ reviewerId }) => !teamId || TEAM.includes(reviewerId))
    .map((review) => ({ ...review, draft: all.drafts.find(({ id }) => id === review.draftId) }));
}

function quantile(values: number[], at: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const place = (sorted.length - 1) * at;
  const below = sorted[Math.floor(place)] ?? 0;
  return below + ((sorted[Math.ceil(place)] ?? 0) - below) * (place - Math.floor(place));
}

function slowHours(rows: ReturnType<typeof reviewsOf>) {
  let [net, low, high] = [0, 0, 0];
  for (const [workflow, minutes] of Object.entries(MINUTES)) {
    const mine = rows.filter(({ draft }) => draft?.workflow === workflow);
    const decisions = mine.filter(({ decision }) => decision === "approved" || decision === "rejected");
    const times = decisions.flatMap(({ activeMs }) => (activeMs === null ? [] : [activeMs]));
    const tookBack = mine.filter(({ decision, draftId }) => {
      const first = all.reviews.find((one) => one.draftId === draftId && one.decision !== "undone");
      return decision === "undone" && first?.decision === "approved";
    });
    const kept =
      (decisions.filter(({ decision }) => decision === "approved").length - tookBack.length) *
      minutes *
      60_000;
    const untimed = decisions.length - times.length;
    const reading = times.reduce((a, b) => a + b, 0) + (times.length ? untimed * quantile(times, 0.5) : 0);
    net += kept - reading;
    low += kept - (times.length ? decisions.length * quantile(times, 0.75) : 0);
    high += kept - (times.length ? decisions.length * quantile(times, 0.25) : 0);
  }
  return { net, low: Math.min(low, net), high: Math.max(high, net) };
}

const PERIODS: [PeriodKind, 0 | 1, string | undefined][] = [
  ["week", 0, undefined],
  ["week", 1, undefined],
  ["month", 0, undefined],
  ["month", 1, ENGINEERING.id],
  ["quarter", 0, undefined],
  ["quarter", 1, ENGINEERING.id],
];

describe.each(["ada", "ines"] as const)("what %s sees", (who) => {
  it.each(PERIODS)("of the %s (%i before, team %s)", async (period, ago, teamId) => {
    const filter = { period, ago, teamId };
    const { from, to } = periodOf(period, ago, CALENDAR.today);
    const rows = reviewsOf(who, from, to, teamId);
    const approved = rows.filter(({ decision }) => decision === "approved");
    const unedited = approved.filter(({ draft }) => draft?.edited === false).length;
    const times = rows.flatMap(({ activeMs, decision }) =>
      activeMs === null || decision === "undone" ? [] : [activeMs],
    );

    const reviewing = await getReviewing(stage.as(who), filter, CALENDAR);
    expect(reviewing).toMatchObject({
      unedited,
      edited: approved.length - unedited,
      rejected: rows.filter(({ decision }) => decision === "rejected").length,
    });
    if (times.length === 0) expect(reviewing.medianMs).toBeNull();
    else expect(reviewing.medianMs).toBeCloseTo(quantile(times, 0.5), 3);
    const hours = slowHours(rows);
    for (const key of ["net", "low", "high"] as const)
      expect(reviewing.hours[key]).toBeCloseTo(hours[key], 2);

    const [last = to] = [to, CALENDAR.today].toSorted();
    reviewing.rates.forEach((rate, at) => {
      const week = addDays(mondayOf(last), -7 * (11 - at));
      const decided = reviewsOf(who, week, addDays(week, 6), teamId).filter(
        ({ decision }) => decision !== "undone",
      );
      expect(rate).toMatchObject({ week, decided: decided.length });
      const yes = decided.filter(({ decision }) => decision === "approved");
      if (decided.length === 0) expect(rate.approved).toBeNull();
      else {
        expect(rate.approved).toBeCloseTo((100 * yes.length) / decided.length, 6);
        expect(rate.unedited).toBeCloseTo(
          (100 * yes.filter(({ draft }) => draft?.edited === false).length) / decided.length,
          6,
        );
      }
    });
    for (const { week, hours: of } of reviewing.hoursByWeek)
      expect(of.net).toBeCloseTo(slowHours(reviewsOf(who, week, addDays(week, 6), teamId)).net, 2);

    const records = await getRecordFigures(stage.as(who), filter, CALENDAR);
    const mine = all.actions
      .filter(({ ownerId, draftId }) => ownerId === CAST[who].id || seesDraft(who, draftId))
      .filter(({ ownerId }) => !teamId || TEAM.includes(ownerId ?? ""));
    const within = (at: Date | null) => at !== null && dayOf(at) >= from && dayOf(at) <= to;
    expect(records.opened).toBe(mine.filter(({ createdAt }) => within(createdAt)).length);
    expect(records.closed).toBe(
      mine.filter(({ closedAt, state }) => state === "done" && within(closedAt)).length,
    );
    const held = all.days.filter(
      ({ day, state }) => state !== "open" && day >= from && day <= to && weekday(day) <= 5,
    );
    const expected = held.flatMap(({ day }) =>
      TEAM.filter(
        (id) => !all.absences.some((one) => one.userId === id && one.fromOn <= day && day <= one.untilOn),
      ).map((id) => `${id} ${day}`),
    );
    const inTime = all.updates.filter(({ late }) => !late);
    const wrote = new Set(inTime.map(({ userId, day }) => `${userId} ${day}`));
    expect(records.standups).toEqual(
      expected.length === 0
        ? []
        : [
            {
              teamId: ENGINEERING.id,
              team: ENGINEERING.name,
              days: new Set(expected.map((key) => key.split(" ")[1])).size,
              expected: expected.length,
              wrote: expected.filter((key) => wrote.has(key)).length,
            },
          ],
    );
  });

  it.each(PERIODS)("of spend and use in the %s (%i before, team %s)", async (period, ago, teamId) => {
    const filter = { period, ago, teamId };
    const { from, to } = periodOf(period, ago, CALENDAR.today);
    const month = [to, CALENDAR.today].toSorted()[0]?.slice(0, 7) ?? "";
    const spend = await getSpend(stage.as(who), filter, CALENDAR);
    for (const workflow of Object.keys(MINUTES)) {
      const calls = all.calls.filter(({ runId, startedAt }) => {
        const run = all.runs.find(({ id }) => id === runId);
        return (
          run?.workflow === workflow &&
          dayOf(startedAt).startsWith(month) &&
          (!teamId || TEAM.includes(run.requestedBy))
        );
      });
      const known = calls.reduce((sum, { costMicros }) => sum + Number(costMicros ?? 0n), 0);
      const line = spend.lines.find((one) => one.workflow === workflow);
      expect(line?.micros ?? 0).toBe(known);
      expect(line?.unknown ?? 0).toBe(calls.filter(({ costMicros }) => costMicros === null).length);
      if (line?.budgetMicros) expect(line.share).toBeCloseTo(known / 9_000_000, 9);
    }

    const adoption = await getAdoption(stage.as(who), filter, CALENDAR);
    expect(adoption.people.map(({ name }) => name)).toEqual(
      adoption.people.map(({ name }) => name).toSorted(),
    );
    expect(adoption.people.map(({ id }) => id)).not.toContain(CAST.hugo.id);
    for (const person of adoption.people) {
      const theirs = reviewsOf(who, from, to).filter(
        ({ reviewerId, decision }) => reviewerId === person.id && decision !== "undone",
      );
      expect(person.decided).toBe(theirs.length);
      person.days.forEach((use, at) => {
        const day = addDays(adoption.monday, at);
        const decided = reviewsOf(who, day, day).some(
          ({ reviewerId, decision }) => reviewerId === person.id && decision !== "undone",
        );
        const sent = all.sources.some(
          (one) =>
            one.authorId === person.id &&
            dayOf(one.createdAt) === day &&
            one.provenance.via === "paste" &&
            sees(who, one.id),
        );
        expect(use).toBe(decided ? "decided" : sent ? "sent" : "none");
      });
    }
  });

  it("marks the week in which a version came", async () => {
    const { marks } = await getReviewing(stage.as(who), {}, CALENDAR);
    const firsts = Object.keys(MINUTES).map((workflow) => {
      const later = all.runs.filter((run) => run.workflow === workflow && run.workflowVersion === 2);
      return mondayOf(dayOf(new Date(Math.min(...later.map(({ createdAt }) => createdAt.getTime())))));
    });
    expect(marks.map(({ week }) => week).toSorted()).toEqual(firsts.toSorted());
  });
});
