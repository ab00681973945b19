import { eq } from "drizzle-orm";
import { deliveries, leads, modelCalls, reviews, teams } from "#drizzle/schema/schema";
import { stageBlocker } from "#e2e/support/blockers";
import { stageBrief } from "#e2e/support/briefs";
import { CAST, COMPANY, type Stage } from "#e2e/support/cast";
import { stageDraft } from "#e2e/support/drafts";
import { addLead } from "#e2e/support/leads";
import { stageMeeting } from "#e2e/support/records";
import { stageEverybodyAtWork, stageStandup, WEEKDAYS } from "#e2e/support/standups";
import { setBaseline } from "#lib/budgets/set-baseline";
import { setBudget } from "#lib/budgets/set-budget";
import { recordAbsence } from "#lib/calendar/record-absence";
import { newId } from "#lib/db/ids";
import { approveDraft } from "#lib/drafts/approve-draft";
import { addDays, type Day, localDay, mondayOf } from "#lib/format/dates";
import { instantAt } from "#lib/format/zoned";
import { postUpdate } from "#lib/standups/post-update";

/** What a leader finds in the morning, by the words it is listed under. */
export const CERTIFICATE = "Can’t deploy until IT renews the staging certificate";
export const QUESTION = "Who pays for the extra month?";
export const ACTION = "Renew the lease of the test lab";
const DAY_MS = 86_400_000;
const MANY = 13;

/** Lets a company get into a state in which everything there is to see on Today is there. */
export async function stageLeaderMorning(stage: Stage): Promise<void> {
  const now = stage.clock.now();
  const ago = async (days: number, what: () => Promise<unknown>) => {
    stage.clock.set(new Date(now.getTime() - days * DAY_MS).toISOString());
    await what();
    stage.clock.set(now.toISOString());
  };
  const day = (days: number) => addDays(localDay(now, COMPANY.timeZone), -days);
  const db = stage.store.raw;
  await db.insert(teams).values({ id: "tea_it", name: "IT", leadId: CAST.ines.id, createdAt: now });
  await ago(6, () => setBaseline(stage.as("ada"), { workflow: "meeting-notes", version: 0, minutes: 30 }));
  await ago(6, () => stageRecords(stage, day(4)));
  await ago(2, () =>
    stageBlocker(stage, { said: [CERTIFICATE], waitsFor: "IT", day: day(2), state: "open", owner: "ada" }),
  );
  await ago(20, () => stageQuietLead(stage));
  await ago(3, () => stageDraft(stage, { by: "bo", title: "Depot visit", text: oneAction("Guelph") }));
  await stageUse(stage);
}

const oneAction = (of: string) => `Depot visit\n\nACTION: Bo to call the depot of ${of} by Friday\n`;

async function stageRecords(stage: Stage, dueOn: string): Promise<void> {
  const meeting = await stageMeeting(stage, { title: "Leadership" });
  await meeting.question({ text: QUESTION, decider: "ada" });
  await meeting.action({ text: ACTION, owner: "ada", dueOn });
  for (let n = 1; n <= MANY; n++) await meeting.action({ text: `Call depot ${n}`, owner: "bo" });
  for (const state of ["failed", "unknown"] as const)
    await stage.store.raw.insert(deliveries).values({
      id: newId("dlv", stage.clock.now()),
      draftId: meeting.draftId,
      revision: 1,
      channel: "export",
      recipient: state,
      state,
      reason: "The folder could not be written to.",
      dueAt: stage.clock.now(),
      createdAt: stage.clock.now(),
      endedAt: stage.clock.now(),
    });
}

async function stageQuietLead(stage: Stage): Promise<void> {
  const id = await addLead(stage.as("bo"));
  await stage.store.raw.update(leads).set({ stage: "qualified" }).where(eq(leads.id, id));
}

/** A draft that was approved today after four minutes of reading, and a call that used up most of the month’s budget. */
async function stageUse(stage: Stage): Promise<void> {
  const { draftId, runId } = await stageDraft(stage, { title: "Pilot", text: oneAction("Barrie") });
  await approveDraft(stage.as("ada"), { draftId, revision: 1 });
  const db = stage.store.raw;
  await db.update(reviews).set({ activeMs: 240_000 }).where(eq(reviews.draftId, draftId));
  await setBudget(stage.as("ada"), { workflow: "meeting-notes", version: 0, monthCents: 100 });
  await db.insert(modelCalls).values({
    id: newId("cal", stage.clock.now()),
    runId,
    attempt: 1,
    model: "claude-sonnet-5-5",
    host: "api.anthropic.com",
    outcome: "answered",
    costMicros: 950_000n,
    startedAt: stage.clock.now(),
  });
}

/** The stand-up that Dana leads and Bo is away from, and what she finds in the morning. */
export const PLAN = "Deploy the two-pass merge to staging";
export const OWN_ACTION = "Order three new tablets";
export const OWN_BLOCKER = "Still no access to the depot’s router";
const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];
const LAST_MINUTE = 24 * 60 - 1;

/** Lets yesterday’s stand-up be held, whose digest is yet to be written. */
export async function stageMemberMorning(stage: Stage): Promise<void> {
  const now = stage.clock.now();
  const today = localDay(now, COMPANY.timeZone);
  await stageEverybodyAtWork(stage);
  stage.clock.set(instantAt(addDays(today, -1), 9 * 60, COMPANY.timeZone).toISOString());
  await stageStandup(stage, { days: EVERY_DAY, digestAt: LAST_MINUTE, remindAt: 540 });
  const { teamId } = WEEKDAYS;
  const update = { teamId, done: "Merged the two-pass merge", next: PLAN, blockers: OWN_BLOCKER };
  await postUpdate(stage.as("dana"), update, "page");
  const meeting = await stageMeeting(stage);
  await meeting.action({ text: OWN_ACTION, owner: "dana", dueOn: addDays(today, -1) });
  await stageDraft(stage, { by: "dana", title: "Depot visit", text: oneAction("Guelph") });
  const away = { userId: CAST.bo.id, fromOn: today, untilOn: addDays(today, 2) };
  await recordAbsence(stage.as("ines"), away);
  stage.clock.set(now.toISOString());
}

/** A week with one approved draft and two actions, up to the Friday whose afternoon has passed last. */
export async function stageToldWeek(stage: Stage): Promise<void> {
  const monday = lastToldMonday(stage.clock.now());
  stage.clock.set(instantAt(addDays(monday, 3), 10 * 60, COMPANY.timeZone).toISOString());
  await setBaseline(stage.as("ada"), { workflow: "meeting-notes", version: 0, minutes: 30 });
  const { draftId } = await stageDraft(stage);
  await approveDraft(stage.as("ada"), { draftId, revision: 1 });
  await stage.store.raw.update(reviews).set({ activeMs: 360_000 }).where(eq(reviews.draftId, draftId));
  await stageBrief(stage, { weekday: 5, writeAt: FRIDAY_AT });
}

const FRIDAY_AT = 15 * 60;

/** The Monday of the week whose brief was due last, on Friday afternoon. */
export function lastToldMonday(now: Date): Day {
  const monday = mondayOf(localDay(now, COMPANY.timeZone));
  const due = instantAt(addDays(monday, 4), FRIDAY_AT, COMPANY.timeZone);
  return due <= now ? monday : addDays(monday, -7);
}
