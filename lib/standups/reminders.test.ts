import { asc, eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  noticeSettings,
  notices,
  standupDays,
  standupReminders,
  standups,
  standupUpdates,
  teamMembers,
  users,
} from "#drizzle/schema/schema";
import { CAST, type CastKey, ENGINEERING, type Stage, setStage } from "#e2e/support/cast";
import { type MailStage, setMail } from "#e2e/support/mail";
import { stageMeeting } from "#e2e/support/records";
import { stageStandup } from "#e2e/support/standups";
import { importHolidays } from "#lib/calendar/import-holidays";
import { recordAbsence } from "#lib/calendar/record-absence";
import { sweepStandups } from "#lib/digests/sweep-standups";
import { addDays } from "#lib/format/dates";
import { instantAt } from "#lib/format/zoned";
import { listNotices } from "#lib/notices/queries";
import { sweepReminders } from "#lib/standups/sweep-reminders";

const MINUTE = 60_000;
/** A Friday. Reminded at half past nine in Toronto, digest at ten. */
const DAY = "2026-11-20";
const REMIND = 9 * 60 + 30;
const DIGEST = 10 * 60;
const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];

let stage: Stage;
let mail: MailStage;
beforeEach(async () => {
  stage = await setStage("2026-11-20T14:00:00Z");
  mail = await setMail(stage);
  // Bo and Dana are in Engineering and can sign in; Chidi can’t.
  await stage.store.raw.insert(teamMembers).values({ teamId: ENGINEERING.id, userId: CAST.bo.id });
  await stage.store.raw.insert(standups).values({
    teamId: ENGINEERING.id,
    active: true,
    days: [1, 2, 3, 4, 5],
    timeZone: "America/Toronto",
    digestAt: DIGEST,
    remindAt: REMIND,
    visibility: "team",
    createdAt: stage.clock.now(),
    changedBy: CAST.dana.id,
  });
});
afterEach(() => mail.server.close());

/** A stand-up of a day in a time zone, still to come. */
async function standupOn(day = DAY, timeZone = "America/Toronto"): Promise<string> {
  const id = `day_${day}`;
  await stage.store.raw.update(standupDays).set({ state: "closed" });
  await stage.store.raw.insert(standupDays).values({
    id,
    teamId: ENGINEERING.id,
    day,
    remindAt: instantAt(day, REMIND, timeZone),
    dueAt: instantAt(day, DIGEST, timeZone),
    state: "open",
    createdAt: stage.clock.now(),
  });
  return id;
}

/** One tick of two workers at once. */
const tick = () => Promise.all([sweepReminders(mail.system), sweepReminders(mail.system)]);

async function tickUntil(end: Date, step = 10 * MINUTE): Promise<void> {
  for (; stage.clock.now() < end; stage.clock.advance(step)) await tick();
}

async function write(key: CastKey, day = DAY): Promise<void> {
  const { sourceId } = await stageMeeting(stage);
  await stage.store.raw.insert(standupUpdates).values({
    id: `upd_${key}_${day}`,
    teamId: ENGINEERING.id,
    day,
    userId: CAST[key].id,
    name: CAST[key].name,
    sourceId,
    via: "page",
    late: false,
    createdAt: stage.clock.now(),
    changedAt: stage.clock.now(),
  });
}

const reminded = () =>
  stage.store.raw
    .select({ userId: notices.userId, dayId: notices.standupDayId, at: notices.createdAt })
    .from(notices)
    .where(eq(notices.kind, "update"))
    .orderBy(asc(notices.createdAt), asc(notices.userId));
const people = async () => (await reminded()).map(({ userId }) => userId);
const settingsOf = (key: CastKey, from: number | null, until: number | null) =>
  stage.store.raw
    .insert(noticeSettings)
    .values({ userId: CAST[key].id, mail: ["update"], quietFrom: from, quietUntil: until });

describe("a reminder", () => {
  it("comes once, at its time, to who has not written and can sign in", async () => {
    const dayId = await standupOn();
    await tickUntil(new Date("2026-11-20T16:00:00Z"), MINUTE);
    const at = new Date("2026-11-20T14:30:00Z");
    expect(await reminded()).toEqual([
      { userId: CAST.bo.id, dayId, at },
      { userId: CAST.dana.id, dayId, at },
    ]);
    const [told] = (await listNotices(stage.as("bo"), {})).rows;
    expect(told).toMatchObject({
      kind: "update",
      sentence: "Your update for the stand-up of Engineering is still to come",
      path: `/standups/${ENGINEERING.id}`,
      stands: true,
    });
  });

  it("is for nobody who wrote, is away, or does not work that day", async () => {
    await standupOn();
    await write("bo");
    await recordAbsence(stage.as("dana"), { userId: CAST.dana.id, fromOn: DAY, untilOn: DAY });
    await tickUntil(new Date("2026-11-20T15:00:00Z"));
    expect(await people()).toEqual([]);
    await stage.store.raw
      .update(users)
      .set({ workingDays: [1, 2, 3, 4] })
      .where(eq(users.id, CAST.bo.id));
    await standupOn("2026-11-27");
    await tickUntil(new Date("2026-11-27T15:00:00Z"), 20 * MINUTE);
    expect(await people()).toEqual([CAST.dana.id]);
  });

  it("comes to nobody on a holiday", async () => {
    await importHolidays(stage.as("ines"), { text: `${DAY} Founders’ Day` });
    await standupOn();
    await tickUntil(new Date("2026-11-20T15:00:00Z"));
    expect(await people()).toEqual([]);
  });

  it("waits for the end of quiet hours before the digest, and is dropped where they go on", async () => {
    await settingsOf("bo", 18 * 60, 9 * 60 + 45);
    await settingsOf("dana", 18 * 60, DIGEST);
    await standupOn();
    await tickUntil(new Date("2026-11-20T16:00:00Z"), 5 * MINUTE);
    expect(await reminded()).toMatchObject([{ userId: CAST.bo.id, at: new Date("2026-11-20T14:45:00Z") }]);
  });

  it("is not given to who wrote or went away while it waited", async () => {
    await settingsOf("bo", 18 * 60, 9 * 60 + 45);
    await settingsOf("dana", 18 * 60, 9 * 60 + 45);
    await standupOn();
    await tickUntil(new Date("2026-11-20T14:40:00Z"));
    await write("bo");
    await recordAbsence(stage.as("dana"), { userId: CAST.dana.id, fromOn: DAY, untilOn: DAY });
    await tickUntil(new Date("2026-11-20T15:00:00Z"));
    expect(await people()).toEqual([]);
    const left = await stage.store.raw.select().from(standupReminders);
    expect(left.every(({ doneAt }) => doneAt !== null)).toBe(true);
  });

  it("is not made up for after the digest, or where nobody is to be reminded", async () => {
    await standupOn();
    stage.clock.set("2026-11-20T15:00:00Z");
    await tick();
    await standupOn("2026-11-23");
    await stage.store.raw
      .update(standupDays)
      .set({ remindAt: null })
      .where(eq(standupDays.day, "2026-11-23"));
    await tickUntil(new Date("2026-11-23T15:00:00Z"), 20 * MINUTE);
    expect(await people()).toEqual([]);
  });

  it("is mailed where that is wanted, without the team’s name, and not to who wrote meanwhile", async () => {
    await standupOn();
    await tickUntil(new Date("2026-11-20T14:31:00Z"), MINUTE);
    await write("dana");
    stage.clock.advance(MINUTE);
    await mail.deliver();
    expect(mail.server.mails.map(({ subject }) => subject)).toEqual([
      "Your update for a stand-up is still to come",
    ]);
    expect(mail.server.mails[0]?.raw).not.toMatch(/Engineering/);
  });
});

describe("while clocks change", () => {
  it.each([
    ["America/Toronto", "2027-03-12", "forward"],
    ["America/Toronto", "2026-10-30", "back"],
    ["Europe/London", "2027-03-26", "forward"],
    ["Europe/London", "2026-10-23", "back"],
    ["Australia/Sydney", "2026-10-02", "forward"],
    ["Australia/Sydney", "2027-04-02", "back"],
    ["Asia/Kathmandu", "2026-10-30", "nowhere"],
  ])("in %s around %s, %s, it comes once a stand-up at half past nine", async (timeZone, first) => {
    const days = [0, 1, 2, 3].map((after) => addDays(first, after));
    stage.clock.set(instantAt(first, 0, timeZone).toISOString());
    await stage.store.raw.update(users).set({ timeZone, workingDays: EVERY_DAY });
    await stage.store.raw.delete(standups);
    const times = { days: EVERY_DAY, timeZone, digestAt: DIGEST, remindAt: REMIND };
    await stageStandup(stage, times);
    const end = instantAt(addDays(first, 3), DIGEST + 30, timeZone);
    for (; stage.clock.now() < end; stage.clock.advance(30 * MINUTE)) {
      await tick();
      await sweepStandups(mail.system);
    }
    const bo = (await reminded()).filter(({ userId }) => userId === CAST.bo.id);
    expect(bo.map(({ at }) => at)).toEqual(days.map((day) => instantAt(day, REMIND, timeZone)));
  });
});

describe("a tick", () => {
  it("finds by index whose hour has come", async () => {
    const { raw: db } = stage.store;
    await db.execute(`insert into standup_days (id, team_id, day, remind_at, reminded_at, due_at, state, created_at)
      select 'day_' || n, '${ENGINEERING.id}', date '2026-11-19' - n, now(), now(), now(), 'closed', now() from generate_series(1, 3000) n`);
    await db.execute(`insert into standup_reminders (standup_day_id, user_id, due_at, done_at)
      select 'day_' || n, '${CAST.bo.id}', now(), now() from generate_series(1, 3000) n`);
    await db.execute("analyze");
    const planOf = async (query: string) => JSON.stringify((await db.execute(`explain ${query}`)).rows);
    expect(
      await planOf(
        "select id from standup_days where state = 'open' and remind_at is not null and remind_at <= now() and reminded_at is null",
      ),
    ).toMatch(/standup_days_(remind|due)_idx/);
    expect(
      await planOf("select user_id from standup_reminders where done_at is null and due_at <= now()"),
    ).toContain("standup_reminders_due_idx");
  });
});
