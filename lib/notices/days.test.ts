import { and, asc, eq, sql } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { noticeDays, notices, users } from "#drizzle/schema/schema";
import { CAST, type Stage, setStage } from "#e2e/support/cast";
import { type MailStage, setMail } from "#e2e/support/mail";
import { type ApprovedMeeting, stageMeeting } from "#e2e/support/records";
import { completeAction } from "#lib/actions/complete-action";
import { endAbsence } from "#lib/calendar/end-absence";
import { recordAbsence } from "#lib/calendar/record-absence";
import { addDays } from "#lib/format/dates";
import { changeNoticeSettings } from "#lib/notices/change-settings";
import { performNoticeDay } from "#lib/notices/perform-day";
import { sweepNoticeDays } from "#lib/notices/sweep-days";

const HOUR = 3_600_000;
const HALF_HOUR = HOUR / 2;
const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];

let stage: Stage;
let mail: MailStage;
let meeting: ApprovedMeeting;
beforeEach(async () => {
  stage = await setStage();
  mail = await setMail(stage);
  meeting = await stageMeeting(stage, { visibility: "private", title: "Merger" });
});
afterEach(() => mail.server.close());

/** One tick of two workers at once, and what they take from the queue. */
async function tick(): Promise<void> {
  stage.queue.entries.splice(0);
  await Promise.all([sweepNoticeDays(mail.system), sweepNoticeDays(mail.system)]);
  const ids = stage.queue.entries.filter(({ kind }) => kind === "notice_day").map(({ id }) => id);
  await Promise.all(ids.map((id) => performNoticeDay(mail.system, id)));
}

/** Ticks by the clock, hour after hour. */
async function tickUntil(end: string, step = HOUR): Promise<void> {
  for (; stage.clock.now() < new Date(end); stage.clock.advance(step)) await tick();
}

const setBo = (columns: Partial<typeof users.$inferInsert>) =>
  stage.store.raw.update(users).set(columns).where(eq(users.id, CAST.bo.id));
const toldBo = async (kind: "due" | "overdue") =>
  (
    await stage.store.raw
      .select({ day: notices.day, at: notices.createdAt, count: notices.count })
      .from(notices)
      .where(and(eq(notices.userId, CAST.bo.id), eq(notices.kind, kind)))
      .orderBy(asc(notices.createdAt))
  ).map((row) => ({ ...row, at: row.at.toISOString() }));

describe("the morning", () => {
  it("tells of what is overdue once each working day, at the end of one's quiet hours", async () => {
    await meeting.action({ owner: "bo", dueOn: "2026-11-18" });
    await meeting.action({ owner: "bo", dueOn: "2026-11-20" });
    await tickUntil("2026-11-25T00:00:00Z");
    expect(await toldBo("overdue")).toEqual([
      { day: "2026-11-23", at: "2026-11-23T13:00:00.000Z", count: 2 },
      { day: "2026-11-24", at: "2026-11-24T13:00:00.000Z", count: 2 },
    ]);
  });

  it("tells nothing while one is away, and again on the day one is back early", async () => {
    await meeting.action({ owner: "bo", dueOn: "2026-11-18" });
    const away = { userId: CAST.bo.id, fromOn: "2026-11-23", untilOn: "2026-12-04" };
    const absence = await recordAbsence(stage.as("bo"), away);
    await tickUntil("2026-11-25T12:00:00Z");
    expect(await toldBo("overdue")).toEqual([]);
    await endAbsence(stage.as("bo"), absence);
    await tickUntil("2026-11-25T20:00:00Z");
    expect((await toldBo("overdue")).map(({ day }) => day)).toEqual(["2026-11-25"]);
  });

  it("tells on the working day before of what is due until the next, and of each action once", async () => {
    const ids = [];
    for (const dueOn of ["2026-11-26", "2026-11-28", "2026-11-30", "2026-12-01"])
      ids.push(await meeting.action({ owner: "bo", dueOn }));
    stage.clock.set("2026-11-25T06:00:00Z");
    await tickUntil("2026-11-28T00:00:00Z");
    const told = await stage.store.raw
      .select({ actionId: notices.actionId, day: notices.day })
      .from(notices)
      .where(eq(notices.kind, "due"))
      .orderBy(asc(notices.createdAt), asc(notices.actionId));
    expect(told).toEqual([
      { actionId: ids[0], day: "2026-11-25" },
      ...[ids[1], ids[2]].sort().map((actionId) => ({ actionId, day: "2026-11-27" })),
    ]);
  });

  it.each([
    ["are put back, in an hour that comes twice", "2026-10-31", "01:30"],
    ["are put forward, in an hour that is skipped", "2027-03-13", "02:30"],
    ["are put back, at midnight", "2026-10-31", "00:00"],
  ])("comes exactly once a day while clocks %s", async (_, before, morning) => {
    await setBo({ workingDays: EVERY_DAY });
    await changeNoticeSettings(stage.as("bo"), { mail: [], quiet: { from: "23:00", until: morning } });
    await meeting.action({ owner: "bo", dueOn: "2026-10-01" });
    stage.clock.set(`${before}T03:50:00Z`);
    await tickUntil(`${addDays(before, 2)}T12:00:00Z`, HALF_HOUR);
    const days = (await toldBo("overdue")).map(({ day }) => day);
    expect(days).toEqual([before, addDays(before, 1), addDays(before, 2)]);
  });

  it("comes once a day for who travels, however their clock moves", async () => {
    await setBo({ workingDays: EVERY_DAY });
    await meeting.action({ owner: "bo", dueOn: "2026-10-01" });
    await tickUntil("2026-11-24T06:00:00Z");
    for (const timeZone of ["Asia/Tokyo", "America/Toronto", "Pacific/Honolulu", "Europe/Lisbon"]) {
      await setBo({ timeZone });
      await tickUntil(new Date(stage.clock.now().getTime() + 11 * HOUR).toISOString());
    }
    const days = (await toldBo("overdue")).map(({ day }) => day);
    expect(days).toEqual([...new Set(days)]);
    expect(days.length).toBeGreaterThanOrEqual(4);
  });

  it("is not made up for when no worker ran, and comes again the next day", async () => {
    await meeting.action({ owner: "bo", dueOn: "2026-11-18" });
    await tick();
    stage.clock.set("2026-11-26T20:00:00Z");
    await tick();
    await tickUntil("2026-11-27T20:00:00Z");
    expect((await toldBo("overdue")).map(({ day }) => day)).toEqual(["2026-11-26", "2026-11-27"]);
  });

  it("says nothing where nothing is due, to nobody who has left, and to nobody who can't sign in", async () => {
    await meeting.action({ owner: "bo", dueOn: "2027-01-18" });
    await meeting.action({ owner: "dana", dueOn: "2026-11-18", state: "done" });
    await meeting.action({ owner: "hugo", dueOn: "2026-11-18" });
    await meeting.action({ owner: "chidi", dueOn: "2026-11-18" });
    await tick();
    await stage.store.raw.update(users).set({ deactivatedAt: new Date() }).where(eq(users.id, CAST.hugo.id));
    await tickUntil("2026-11-25T00:00:00Z");
    expect(await mail.told()).toEqual([]);
    const people = new Set((await stage.store.raw.select().from(noticeDays)).map(({ userId }) => userId));
    expect(people.has(CAST.chidi.id)).toBe(false);
    expect(people.has(CAST.bo.id)).toBe(true);
  });

  it("is mailed by what is overdue when it leaves, and not where that is done", async () => {
    const actionId = await meeting.action({ owner: "bo", dueOn: "2026-11-18", text: "Call the pilot" });
    await meeting.action({ owner: "bo", dueOn: "2026-11-19" });
    await meeting
      .action({ owner: "dana", dueOn: "2026-11-19" })
      .then((id) => completeAction(stage.as("dana"), { actionId: id, version: 1 }));
    await tickUntil("2026-11-23T13:00:01Z");
    await completeAction(stage.as("bo"), { actionId, version: 1 });
    stage.clock.advance(60_000);
    await mail.deliver();
    expect(mail.server.mails.map(({ subject }) => subject)).toEqual([
      "An action of yours is overdue, since Thu 19 Nov",
    ]);
    expect(mail.server.mails[0]?.raw).not.toMatch(/pilot|Merger/);
  });
});

describe("a tick", () => {
  it("finds by index whose morning has come, and what is theirs", async () => {
    const { raw: db } = stage.store;
    await db.execute(sql`insert into users (id, name, role, time_zone, created_at, joined_at)
      select 'usr_' || n, 'Nobody ' || n, 'member', 'UTC', now(), now() from generate_series(1, 300) n`);
    await db.execute(sql`insert into notice_days (id, user_id, day, due_at, done_at)
      select 'day_' || n || '_' || d, 'usr_' || n, date '2026-11-20' - d, now(), case when d > 0 then now() end
      from generate_series(1, 300) n, generate_series(0, 29) d`);
    const { draftId } = meeting;
    await db.execute(sql`insert into actions (id, draft_id, statement_id, text, owner_id, due_on, state, created_at)
      select 'act_' || n, ${draftId}, 's1', 'x', 'usr_' || (n % 300 + 1), date '2026-12-01' + n % 90, 'open', now()
      from generate_series(1, 20000) n`);
    await db.execute(sql`analyze`);
    const come = await planOf(
      sql`select id from notice_days where done_at is null and due_at <= now() - interval '1 hour'`,
    );
    expect(come).toContain("notice_days_due_idx");
    const theirs = await planOf(
      sql`select id from actions where owner_id = 'usr_7' and state = 'open' and due_on <= date '2026-12-02'`,
    );
    expect(theirs).toContain("actions_owner_idx");
    expect(theirs).not.toContain("Seq Scan");
  });
});

async function planOf(query: ReturnType<typeof sql>): Promise<string> {
  const plan = await stage.store.raw.execute(sql`explain ${query}`);
  return JSON.stringify(plan.rows);
}
