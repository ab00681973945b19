import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { drafts, events, reviews, runs, users } from "#drizzle/schema/schema";
import { doubleForTest } from "#e2e/doubles/claude-writer";
import { askAll, type Crowd, type Order, type Person, type Reply, startCrowd } from "#e2e/faults/crowds";
import { DRAFTS, expectOneEach, expectOneWay, makeDrafts, PAST, stepsOf } from "#e2e/faults/fifty-drafts";
import { whatIsThere } from "#e2e/faults/what-is-there";
import { tokenOf } from "#e2e/support/api";
import { COMPANY, ctxFor, insertCast } from "#e2e/support/cast";
import { NOTES, storeNotes } from "#e2e/support/drafts";
import { emptyServerDatabase, onPostgres } from "#e2e/support/empty-database";
import { startProcess } from "#e2e/support/processes";
import { until } from "#e2e/support/until";
import { readConfig } from "#lib/runtime/config";
import { type Runtime, startRuntime } from "#lib/runtime/runtime";
import { REQUEST_QUOTA } from "#lib/tokens/take-request";

const PEOPLE: Person[] = Array.from({ length: 20 }, (_, n) => ({ id: `usr_p${n}`, name: `Person ${n}` }));
const ACTS = Object.keys(PAST) as (keyof typeof PAST)[];

describe.runIf(onPostgres)("in several processes at once", { timeout: 240_000 }, () => {
  let runtime: Runtime;
  let crowds: Crowd[];
  let secret: string;
  beforeAll(async () => {
    const env = { DATABASE_URL: await emptyServerDatabase() };
    runtime = await startRuntime(readConfig(env), { worker: false });
    const createdAt = runtime.now();
    await insertCast(runtime.store, createdAt);
    await runtime.store.raw
      .insert(users)
      .values(
        PEOPLE.map((one) => ({ ...one, role: "leader" as const, timeZone: COMPANY.timeZone, createdAt })),
      );
    secret = await tokenOf(ctxFor(runtime.store, "ada", runtime));
    crowds = await Promise.all([startCrowd(env), startCrowd(env)]);
  }, 120_000);
  afterAll(async () => {
    for (const crowd of crowds ?? []) crowd.end();
    await runtime?.close();
  });

  it("twenty people decide on and change the same fifty drafts: each has one outcome, and every loser is told whose", async () => {
    const firsts = await makeDrafts(runtime);
    const orders = [...firsts].flatMap(([draftId, statementId], d) =>
      PEOPLE.map((by, p): Order => ({ by, act: ACTS[(d + p) % 3] as "approve", draftId, statementId })),
    );
    const winners = expectOneEach(await askAll(crowds, orders), (won) => PAST[won.act as "approve"]);

    const undone = await askAll(
      crowds,
      [...firsts.keys()].flatMap((draftId) => PEOPLE.map((by): Order => ({ by, act: "undo", draftId }))),
    );
    const edited = [...winners.values()].filter(({ act }) => act === "edit").map(({ draftId }) => draftId);
    const isEdited = (reply: Reply) => edited.includes(reply.draftId);
    expectOneEach(
      undone.filter((reply) => !isEdited(reply)),
      () => "reopened",
    );
    for (const reply of undone.filter(isEdited)) {
      const { by } = winners.get(reply.draftId as string) as Reply;
      expect(reply).toMatchObject({ ok: false, message: `${by.name} changed this draft before you.` });
    }

    const there = await whatIsThere(runtime.store);
    expect(there.records).toEqual([0, 0, 0, 0]);
    expect(there.revisions).toBe(DRAFTS + edited.length);
    expect(await runtime.store.raw.$count(drafts, eq(drafts.state, "pending"))).toBe(DRAFTS);
    expect(await runtime.store.raw.$count(reviews)).toBe(DRAFTS + (DRAFTS - edited.length));
  });

  it("they do all of it at once, taking back too: each draft went one way, step by step, and losers are told", async () => {
    const acts = [...ACTS, "undo"] as const;
    const firsts = await makeDrafts(runtime, "all at once");
    const orders = [...firsts].flatMap(([draftId, statementId], d) =>
      PEOPLE.map((by, p): Order => ({ by, act: acts[(d + p) % 4] as "undo", draftId, statementId })),
    );
    const replies = await askAll(crowds, orders);
    for (const [draftId, about] of Map.groupBy(replies, (reply) => reply.draftId as string))
      expectOneWay(about, await stepsOf(runtime, draftId));
    const lost = replies.filter((reply) => !reply.ok);
    for (const reply of lost)
      expect(reply).toMatchObject({
        code: "conflict",
        message: expect.stringMatching(
          /^Person \d+ (approved|changed|rejected|reopened) this draft before you\.$|^This draft waits for a decision already\.$/,
        ),
      });
  });

  it("everybody pastes the same text: it is one source, and the others are shown whose", async () => {
    const text = `${NOTES}\nPasted by all.`;
    const pasted = await askAll(
      crowds,
      PEOPLE.map((by): Order => ({ by, act: "paste", text })),
    );
    const [won, ...more] = pasted.filter(({ ok }) => ok);
    expect(more).toEqual([]);
    for (const lost of pasted.filter((reply) => reply !== won))
      expect(lost).toMatchObject({
        ok: false,
        message: `${won?.by.name} stored the same text as “Release 4.3 planning”.`,
      });
  });

  it("somebody pastes the same text many times: it is one source, stored once", async () => {
    const text = `${NOTES}\nPasted often.`;
    const by = PEOPLE[0] as Person;
    const pasted = await askAll(
      crowds,
      PEOPLE.map((): Order => ({ by, act: "paste", text })),
    );
    const values = pasted.map((reply) =>
      reply.ok ? (reply.value as { sourceId: string; duplicate: boolean }) : null,
    );
    expect(new Set(values.map((value) => value?.sourceId)).size).toBe(1);
    expect(values.filter((value) => value?.duplicate === false)).toHaveLength(1);
  });

  it("a program asks two processes at once: together they let it have its quota, and no more", async () => {
    const by = PEOPLE[0] as Person;
    const asked = REQUEST_QUOTA.most + 100;
    const taken = await askAll(
      crowds,
      Array.from({ length: asked }, (): Order => ({ by, act: "take" })),
    );
    const allowed = taken.filter((reply) => reply.ok && (reply.value as { allowed: boolean }).allowed);
    expect([taken.length, allowed.length]).toEqual([asked, REQUEST_QUOTA.most]);
  });

  it("a program sends a request under one key to both: it is carried out once, and answered alike", async () => {
    const by = PEOPLE[0] as Person;
    const text = `${NOTES}\nSent by a program.`;
    const sent = await askAll(
      crowds,
      Array.from({ length: 20 }, (): Order => ({ by, act: "submit", text, secret })),
    );
    const answers = sent.map((reply) => (reply.ok ? reply.value : reply.message));
    expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toHaveLength(1);
    expect(answers[0]).toMatchObject({ status: 201 });
    const stored = sql`select count(*)::int as found from source_versions where text like '%Sent by a program.%'`;
    expect((await runtime.store.raw.execute(stored)).rows).toEqual([{ found: 1 }]);
  });

  it("twenty people open the same drafts: each has one holder, whom the others are told; taken over by all, its fence rises with each", async () => {
    const firsts = await makeDrafts(runtime, "held");
    const orders = [...firsts.keys()].flatMap((draftId) =>
      PEOPLE.map((by): Order => ({ by, act: "hold", draftId })),
    );
    for (const about of Map.groupBy(await askAll(crowds, orders), ({ draftId }) => draftId).values()) {
      const [holder, ...more] = about.filter(({ ok }) => ok);
      expect(more).toEqual([]);
      const message = `${holder?.by.name} is reading this draft. Wait until they are done, or take it over.`;
      for (const lost of about.filter(({ ok }) => !ok))
        expect(lost).toMatchObject({ code: "conflict", message });
    }
    const taken = await askAll(
      crowds,
      orders.map((order): Order => ({ ...order, act: "take over" })),
    );
    for (const about of Map.groupBy(taken, ({ draftId }) => draftId).values()) {
      const fences = about.map((reply) => reply.ok && (reply.value as { fence: number }).fence);
      expect(new Set(fences).size).toBe(PEOPLE.length);
    }
  });

  it("two seal the log: it is one chain", async () => {
    const by = PEOPLE[0] as Person;
    const sealed = await askAll(
      crowds,
      PEOPLE.map((): Order => ({ by, act: "seal" })),
    );
    const total = sealed.reduce((sum, reply) => sum + (reply.ok ? (reply.value as number) : 0), 0);
    expect(total).toBe(await runtime.store.raw.$count(events));
    expect((await whatIsThere(runtime.store)).log).toEqual({ waiting: 0, broken: null });
  });
});

describe.runIf(onPostgres)("two processes", { timeout: 240_000 }, () => {
  it("that work take each run once", async () => {
    const claude = await doubleForTest();
    const env = {
      DATABASE_URL: await emptyServerDatabase(),
      ANTHROPIC_BASE_URL: claude.url,
      ANTHROPIC_API_KEY: "test-key",
      COUNTERSIGN_LLM_MODE: "structured",
    };
    const pages = await startRuntime(readConfig(env), { worker: false });
    try {
      await insertCast(pages.store, pages.now());
      const workers = [0, 1].map(() => startProcess("lib/cli/worker.ts", env));
      for (const worker of workers) await worker.says("The worker is running.");
      const as = () => ctxFor(pages.store, "ada", pages);
      await Promise.all(
        Array.from({ length: 30 }, (_, n) => storeNotes({ as }, { text: `${NOTES}\nMeeting ${n}.` })),
      );
      await until(async () => (await pages.store.raw.$count(runs, eq(runs.state, "done"))) === 30);
      const attempts = await pages.store.raw.select({ attempt: runs.attempt }).from(runs);
      expect(new Set(attempts.map(({ attempt }) => attempt))).toEqual(new Set([1]));
      expect(claude.requests).toHaveLength(30);
      expect(await whatIsThere(pages.store)).toMatchObject({
        draftsOfNoRun: 0,
        times: { "run.writing": 30 },
      });
      for (const worker of workers) expect(await worker.stop()).toBe(0);
    } finally {
      await pages.close();
    }
  });

  it("that start on an empty database both come up, and it is migrated once", async () => {
    const env = { DATABASE_URL: await emptyServerDatabase() };
    const started = [0, 1].map(() => startProcess("e2e/support/runtime-process.ts", env));
    for (const one of started) await one.says("ready");
    for (const one of started) expect(await one.stop()).toBe(0);
    const third = await startRuntime(readConfig(env), { worker: false });
    const { rows } = await third.store.raw.execute(
      sql`select count(*)::int as applied, count(distinct hash)::int as different from drizzle.__drizzle_migrations`,
    );
    await third.close();
    expect(rows[0]?.applied).toBe(rows[0]?.different);
  });
});
