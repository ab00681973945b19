import { setTimeout as wait } from "node:timers/promises";
import { type Door, openDoor } from "#bench/door";
import { report, timingOf } from "#bench/measure";
import { seedMeetings } from "#bench/seed";
import { copyWithEmptyPage } from "#bench/web/copy";
import { insertCrowd, type Member } from "#bench/web/crowd";
import { lookOn, type Onlooker } from "#bench/web/onlooker";
import { makeHome, openHome } from "#e2e/support/company";
import { type Server, startServer } from "#e2e/support/server";
import { cookieHeader } from "#e2e/support/session-cookie";

const SECRET = "a-secret-for-the-bench-that-is-long-enough";
const LOOKING = 500;
const ACTING = 50;
const MEETINGS = 20_000;
const SECONDS = 30;
/** Everybody sees them, so that everybody hears of each approval. */
const OPEN_DRAFTS = `select drafts.id from drafts join draft_sources on draft_id = drafts.id
  join sources on sources.id = source_id where drafts.state = 'pending' and visibility = 'open'`;
/** Somebody reads a draft before they decide it. */
const PAUSE_MS = 2_000;
const LAST_NEWS_MS = 3_000;

/**
 * 500 people have a page open, and 50 of them read the queue and approve, one draft every other second each. What the
 * 50 wait for, and how long after the answer the others hear of it; on PostgreSQL, with one web process.
 */
export async function measureStreams(): Promise<void> {
  const { env, remove } = await makeHome("cast");
  const copy = copyWithEmptyPage();
  try {
    const store = await openHome(env);
    await seedMeetings(store, 0, MEETINGS);
    const crowd = await insertCrowd(store, LOOKING);
    const waiting = await store.raw.execute<{ id: string }>(OPEN_DRAFTS);
    await store.close();
    const server = await startServer({ ...env, AUTH_SECRET: SECRET }, "start", copy.folder);
    try {
      await measureCrowd(
        server,
        copy.folder,
        crowd,
        waiting.rows.map(({ id }) => id),
      );
    } finally {
      await server.stop();
    }
  } finally {
    copy.remove();
    remove();
  }
}

type Act = { draftId: string; at: number; took: number; ok: boolean };

async function measureCrowd(
  server: Server,
  folder: string,
  crowd: Member[],
  drafts: string[],
): Promise<void> {
  const cookieOf = ({ sessionId }: Member) => cookieHeader(sessionId, SECRET, server.url);
  const onlookers: Onlooker[] = [];
  for (const member of crowd) onlookers.push(await lookOn(server.url, await cookieOf(member)));
  const end = performance.now() + SECONDS * 1000;
  const doors = await Promise.all(
    crowd.slice(0, ACTING).map(async (member) => openDoor(server.url, await cookieOf(member), folder)),
  );
  const lanes = doors.map((door, lane) =>
    actUntil(
      door,
      end,
      drafts.filter((_, n) => n % ACTING === lane),
    ),
  );
  const acts = (await Promise.all(lanes)).flat();
  await wait(LAST_NEWS_MS);

  const decided = acts.filter(({ draftId }) => draftId);
  const delays = decided.flatMap(({ draftId, at }) =>
    onlookers.flatMap(({ heard }) => (heard.has(draftId) ? [heard.get(draftId)! - at] : [])),
  );
  const approving = timingOf(decided.map(({ took }) => took));
  const reading = timingOf(acts.filter(({ draftId }) => !draftId).map(({ took }) => took));
  const hearing = timingOf(delays);
  report({
    bench: "streams",
    database: "postgres",
    looking: LOOKING,
    acting: ACTING,
    seconds: SECONDS,
    approvals: decided.length,
    errors: acts.filter(({ ok }) => !ok).length,
    approve_p50_ms: approving.p50_ms,
    approve_p95_ms: approving.p95_ms,
    queue_p95_ms: reading.p95_ms,
    heard: delays.length,
    to_be_heard: decided.length * onlookers.length,
    heard_p50_ms: hearing.p50_ms,
    heard_p95_ms: hearing.p95_ms,
    reloads: onlookers.reduce((sum, { reloads }) => sum + reloads(), 0),
    streams_ended: onlookers.filter(({ ended }) => ended()).length,
  });
  for (const { close } of onlookers) close();
}

/** Reads the queue and approves, again and again. An act without a draft is a reading of the queue. */
async function actUntil(door: Door, end: number, drafts: string[]): Promise<Act[]> {
  const acts: Act[] = [];
  const timed = async (draftId: string, act: () => Promise<boolean>) => {
    const begin = performance.now();
    const ok = await act();
    const at = performance.now();
    acts.push({ draftId, at, took: at - begin, ok });
  };
  await wait(Math.random() * PAUSE_MS);
  for (const draftId of drafts) {
    if (performance.now() > end) break;
    await timed("", async () => (await door.queue()).length > 0);
    await timed(draftId, async () => {
      const answer = await door.call("reviews/verbs.ts: approve", { draftId, revision: 1 });
      return answer?.ok ?? false;
    });
    await wait(PAUSE_MS);
  }
  return acts;
}
