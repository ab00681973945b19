import { and, asc, count, eq, gt, inArray, isNull, ne, sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import {
  actions,
  drafts,
  events,
  evidence,
  modelCalls,
  questions,
  revisions,
  runs,
  sources,
  sourceVersions,
  users,
} from "#drizzle/schema/schema";
import { testVault } from "#e2e/support/cast";
import { testStore } from "#e2e/support/database";
import { recordingQueue } from "#e2e/support/queue";
import { ACTION_FATES, ANSWERS } from "#lib/cli/sample/afterwards";
import { COMPANY, emailOf, PEOPLE } from "#lib/cli/sample/company";
import { fillSample } from "#lib/cli/sample/fill";
import { LEADS } from "#lib/cli/sample/leads";
import { MEETINGS } from "#lib/cli/sample/meetings";
import { SENT } from "#lib/cli/sample/sent-mails";
import { WROTE } from "#lib/cli/sample/standups";
import type { Store } from "#lib/db/store";
import { getDraft } from "#lib/drafts/queries";
import type { Ports, UserCtx } from "#lib/events/context";
import { localDay, weekday } from "#lib/format/dates";
import { llmSettings } from "#lib/llm/settings";
import { listPromises } from "#lib/promises/queries";
import { listRuns } from "#lib/runs/queries";
import { listSeries } from "#lib/series/queries";
import { signIn } from "#lib/sessions/sign-in";
import { getToday } from "#lib/today/queries";

const [FOLLOW_UPS, MAILED] = [LEADS.filter(({ drafted }) => drafted).length, Object.keys(SENT).length];
const END = new Date("2026-11-20T14:00:00Z");
const [TODAY, PASSWORD] = ["2026-11-20", "mavo-tiru-kelo-sani-pudo"] as const;
const SAMPLES = MEETINGS.length + WROTE.length;

let store: Store;
let ports: Ports;
beforeAll(async () => {
  store = await testStore();
  ports = {
    store,
    queue: recordingQueue(),
    now: () => END,
    llm: llmSettings({}),
    channels: {},
    vault: testVault(),
  };
  await fillSample(store, END, PASSWORD);
}, 180_000);

const db = () => store.raw;
const states = async (table: typeof drafts | typeof runs | typeof actions | typeof questions) =>
  Object.fromEntries(
    (await db().select({ state: table.state, n: count() }).from(table).groupBy(table.state)).map((row) => [
      row.state,
      row.n,
    ]),
  );

async function as(key: string): Promise<UserCtx> {
  const [row] = await db()
    .select()
    .from(users)
    .where(eq(users.email, emailOf(key)));
  if (!row) throw new Error(`Nobody is called ${key}.`);
  return { ...ports, actor: { kind: "user", id: row.id, name: row.name, role: row.role } };
}

describe("the sample company", () => {
  it("has drafts, runs, actions and questions in every state", async () => {
    expect(await db().$count(sources, eq(sources.workflow, "meeting-notes"))).toBe(MEETINGS.length);
    expect(await states(drafts)).toEqual({ pending: 10 + FOLLOW_UPS, approved: 36 + MAILED, rejected: 2 });
    expect(await states(runs)).toEqual({ done: 48 + FOLLOW_UPS + MAILED, failed: 1, held: 1, cancelled: 1 });
    const counted = await states(actions);
    expect(counted).toEqual({ open: expect.any(Number), done: expect.any(Number), cancelled: 1 });
    expect(counted.done).toBeGreaterThan(50);
    expect(await states(questions)).toMatchObject({ answered: ANSWERS.length });
    expect((await states(questions)).open).toBeGreaterThan(5);
    const changed = gt(drafts.currentRevision, 1);
    const edited = await db().$count(drafts, and(eq(drafts.state, "approved"), changed));
    expect(edited).toBe(8 + 1);
    expect(await db().$count(drafts, and(eq(drafts.state, "pending"), changed))).toBe(1);
  });

  it("has actions that are overdue, due today, and due later", async () => {
    const open = await db().select({ dueOn: actions.dueOn }).from(actions).where(eq(actions.state, "open"));
    const days = open.map(({ dueOn }) => dueOn ?? "");
    expect(days.filter((day) => day < TODAY).length).toBeGreaterThanOrEqual(4);
    expect(days.filter((day) => day === TODAY).length).toBeGreaterThanOrEqual(3);
    expect(days.filter((day) => day > TODAY).length).toBeGreaterThanOrEqual(6);
  });

  it("has quotes that stand in their sources, and statements of the rules only with one", async () => {
    const places = await db()
      .select({ place: evidence, text: sourceVersions.text })
      .from(evidence)
      .innerJoin(
        sourceVersions,
        and(eq(sourceVersions.sourceId, evidence.sourceId), eq(sourceVersions.version, evidence.version)),
      );
    expect(places.length).toBeGreaterThan(150);
    for (const { place, text } of places) {
      expect(text.slice(place.start, place.end).trim().length).toBeGreaterThan(3);
      expect(place.sentenceStart).toBeLessThanOrEqual(place.start);
      expect(place.end).toBeLessThanOrEqual(text.length);
    }
    const traces = await db()
      .select({ statements: revisions.statements, writer: runs.writer })
      .from(revisions)
      .innerJoin(runs, eq(runs.id, revisions.runId));
    const untraced = traces.filter((row) => row.statements.some((s) => s.trace === "untraced"));
    expect(untraced.map((row) => row.writer)).toEqual(["claude"]);
  });

  it("shows a draft by Claude with something to warn about, and what its calls cost", async () => {
    const [draft] = await db().select().from(drafts).where(eq(drafts.title, "Release 4.3 planning"));
    expect(draft).toMatchObject({ state: "pending", counts: { untraced: 1 } });
    const [revision] = await db()
      .select()
      .from(revisions)
      .where(eq(revisions.draftId, draft?.id ?? ""));
    const traces = new Set(revision?.statements.map((statement) => statement.trace));
    expect(traces.has("stated") && traces.has("untraced")).toBe(true);
    const meetings = db().select({ id: runs.id }).from(runs).where(isNull(runs.leadId));
    const ofMeetings = db().select().from(modelCalls).where(inArray(modelCalls.runId, meetings));
    const calls = await ofMeetings.orderBy(asc(modelCalls.startedAt));
    expect(calls.map((call) => [call.outcome, call.costMicros])).toEqual([
      ["answered", 14884n],
      ["answered", 14884n],
      ["spend_limit", 0n],
      ["malformed", 6288n],
      ["answered", 14884n],
    ]);
  });

  it("has promises to customers, with and without a day", async () => {
    const { rows } = await listPromises(await as("grace"), {});
    expect(rows.map(({ text, toName, dueOn }) => [text, toName, dueOn])).toEqual([
      ["Send an example of an export", "Sven Aalto", expect.any(String)],
      ["Show the north district how to search", "Brightwater", expect.any(String)],
      ["Tell Brightwater before anything changes on their tablets", "Brightwater", null],
    ]);
  });

  it("tells of each thing that happened, in the order of time, and of nothing to come", async () => {
    const log = await db().select().from(events).orderBy(asc(events.seq));
    for (const [index, event] of log.entries()) {
      expect(event.at.getTime()).toBeLessThan(END.getTime());
      expect(event.at.getTime()).toBeGreaterThanOrEqual(log[index - 1]?.at.getTime() ?? 0);
    }
    for (const event of log) expect(weekday(localDay(event.at, COMPANY.timeZone))).toBeLessThan(6);
    const told = (kind: string) => log.filter((event) => event.kind === kind).length;
    const [draft, run, action, question] = [
      await states(drafts),
      await states(runs),
      await states(actions),
      await states(questions),
    ];
    expect(told("source.stored")).toBe(await db().$count(sources));
    expect(told("draft.proposed")).toBe(run.done);
    expect(told("draft.approved")).toBe(draft.approved);
    expect(told("draft.rejected")).toBe(draft.rejected);
    expect(told("run.failed") + told("run.held") + told("run.cancelled")).toBe(3);
    expect(told("action.completed")).toBe(action.done);
    expect(told("action.cancelled")).toBe(action.cancelled);
    expect(told("question.answered")).toBe(question.answered);
    expect(told("user.joined")).toBe(PEOPLE.length - 1);
  });

  it("held its meetings on working days, in the last three months", async () => {
    const notBrief = ne(sources.workflow, "weekly-brief");
    const days = await db().select().from(sources).where(notBrief).orderBy(asc(sources.heldOn));
    expect(days.every(({ heldOn }) => heldOn < TODAY && weekday(heldOn) < 6)).toBe(true);
    const held = [days.find(({ leadId }) => !leadId)?.heldOn, days.at(-1)?.heldOn];
    expect(held).toEqual(["2026-08-26", "2026-11-19"]);
  });

  it("did everything that the content says of what came after", async () => {
    const made = await db().select({ text: actions.text }).from(actions);
    const asked = await db().select({ text: questions.text }).from(questions);
    for (const { about } of ACTION_FATES)
      expect(
        made.filter(({ text }) => text.includes(about)),
        about,
      ).not.toEqual([]);
    const isAsked = (about: string) => asked.some(({ text }) => text.includes(about));
    expect(ANSWERS.filter(({ about }) => !isAsked(about))).toEqual([]);
  });

  it("keeps meetings in series, and the next draft of one tells what is done, still open and overturned", async () => {
    const ada = await as("ada");
    const { rows } = await listSeries(ada);
    const meetings = Object.fromEntries(rows.map((row) => [row.name, row.meetings]));
    expect(meetings).toEqual({
      "Support and pilots": 2,
      Leadership: 6,
      "Engineering weekly": 12,
      "All-hands": 2,
    });
    const support = rows.find(({ name }) => name === "Support and pilots");
    const { statements } = await getDraft(ada, support?.waiting?.draftId ?? "");
    const taken = statements.flatMap(({ text, earlier }) => (earlier ? [`${earlier.as}: ${text}`] : []));
    expect(taken).toEqual([
      expect.stringMatching(/^superseding: .*no longer get a phone number/),
      expect.stringMatching(/^open: .*answer about sign-in/),
      expect.stringMatching(/^done: .*why the update signs people out/),
    ]);
  });

  it.each(PEOPLE.map(({ key }) => key))("shows %s something on Today", async (key) => {
    const ctx = await as(key);
    const today = await getToday(ctx, localDay(END, COMPANY.timeZone));
    const forThem =
      today.drafts.count + today.actions.count + today.questions.count + today.stoppedRuns.length;
    expect(forThem).toBeGreaterThan(0);
    expect(today.decided.length).toBeGreaterThan(0);
  });

  it("lets a viewer see what is open to all, and nothing else", async () => {
    const hugo = await as("hugo");
    const newest = await listRuns(hugo, {});
    const older = await listRuns(hugo, { cursor: newest.next ?? "" });
    const rows = [...newest.rows, ...older.rows];
    const titles = rows.map((run) => run.sourceTitle).filter((one) => !/^What is known|stand-up/.test(one));
    const open = MEETINGS.filter(({ seenBy }) => seenBy === "open").map(({ title }) => title);
    expect(titles.toSorted()).toEqual(open.toSorted());
  });

  it("lets everybody sign in with the one password", async () => {
    const from = { password: PASSWORD, address: null, userAgent: null };
    const ctx = { ...ports, actor: { kind: "system" as const } };
    await expect(signIn(ctx, { email: emailOf("bo"), ...from })).resolves.toMatchObject({
      userId: (await as("bo")).actor.id,
    });
    expect(await db().$count(users, isNull(users.passwordHash))).toBe(0);
  });

  it("says that its sources are samples, and leaves no run going", async () => {
    expect(await db().$count(sources, sql`${sources.provenance} ->> 'via' = 'sample'`)).toBe(SAMPLES);
    expect(await db().$count(runs, inArray(runs.state, ["queued", "writing", "checking"]))).toBe(0);
  });
});
