import { setTimeout as wait } from "node:timers/promises";
import { and, eq, exists, or, sql } from "drizzle-orm";
import { openDoor } from "#bench/door";
import { auditMails } from "#bench/soak/audit-mails";
import { startPart } from "#bench/soak/parts";
import { randomFrom } from "#bench/soak/random";
import { deliveries, drafts, outreach } from "#drizzle/schema/schema";
import { startMailServer } from "#e2e/doubles/mail-server";
import { ctxFor } from "#e2e/support/cast";
import { startCluster } from "#e2e/support/cluster";
import { CLUSTER, makeHome, openHome, prepareCompany, sessionIdOf } from "#e2e/support/company";
import { stageFollowUp, stageLead } from "#e2e/support/follow-ups";
import { identifyCompany } from "#e2e/support/outreach-settings";
import { cookieHeader } from "#e2e/support/session-cookie";
import type { Store } from "#lib/db/store";

type Soak = { kind: string; mails: number; seed: number; port: string };

const SECRET = "a-secret-for-the-soak-that-is-long-enough";
/** A process that is up is left alone for so long at most. */
const LONGEST_MS = 2_500;
/** How long a mail server takes at most to say that it has a mail: what is killed meanwhile knows nothing of it. */
const LINGER_MS = 400;
/** The lease of a try is over by then, and the sweep after it. */
const QUIET_MS = 100_000;
const AT_ONCE = 4;

/** Has people approve so many mails while what takes the approvals and what sends is killed, and counts what a real server got. */
export async function soakMails({ kind, mails, seed, port }: Soak): Promise<void> {
  const cluster = kind === "pglite" ? null : await startCluster();
  const server = await startMailServer();
  server.linger(LINGER_MS);
  try {
    if (cluster) process.env[CLUSTER] = cluster.url("{}");
    else delete process.env[CLUSTER];
    await prepareCompany();
    const { env: home, remove } = await makeHome("cast");
    const env = {
      ...home,
      PORT: port,
      AUTH_SECRET: SECRET,
      COUNTERSIGN_SMTP_URL: server.url,
      COUNTERSIGN_MAIL_FROM: "Larkfield <sales@larkfield.example>",
      COUNTERSIGN_URL: `http://localhost:${port}`,
    };
    const draftIds = await makeDrafts(env, mails);
    const begin = performance.now();
    const kills = await (kind === "verbs"
      ? approveByVerbs(env, seed)
      : approveUnderFire(env, draftIds, { kind, seed, port }));
    const seconds = Math.round((performance.now() - begin) / 1000);
    const store = await openHome(env);
    const { wrong, ...figures } = await auditMails(store, draftIds, server.mails);
    await store.close();
    console.log(
      JSON.stringify({
        soak: "mails",
        kind,
        mails,
        seed,
        kills,
        seconds,
        ...figures,
        wrong: wrong.slice(0, 20),
        held: wrong.length === 0,
      }),
    );
    if (wrong.length > 0) process.exitCode = 1;
    remove();
  } finally {
    await server.close();
    await cluster?.stop();
  }
}

/** Leads of Bo's with a follow-up each, written by the rules. */
async function makeDrafts(env: Record<string, string>, mails: number): Promise<string[]> {
  const store = await openHome(env);
  try {
    const stage = stageOn(store);
    await identifyCompany(stage);
    await store.raw.update(outreach).set({ hourlyLimit: 1000, dailyCap: mails, undoSeconds: 10 });
    const made: string[] = [];
    for (let n = 0; n < mails; n++) {
      const leadId = await stageLead(stage, {
        name: `Lead ${n}`,
        firstName: "Lead",
        email: `lead-${n}@novak.example`,
      });
      made.push((await stageFollowUp(stage, leadId)).draftId);
    }
    return made;
  } finally {
    await store.close();
  }
}

function stageOn(store: Store) {
  const now = () => new Date();
  const as = (key: Parameters<typeof ctxFor>[1]) => ctxFor(store, key, { now });
  return { store, as, system: { ...as("bo"), actor: { kind: "system" as const } } };
}

/** The same without pages: one process approves by the verb that they call, and the worker sends. Both are killed. */
async function approveByVerbs(env: Record<string, string>, seed: number): Promise<number> {
  const random = randomFrom(seed);
  const approver = await startPart("e2e/faults/approver.ts", "Approving.", env);
  const worker = await startPart("lib/cli/worker.ts", "The worker is running.", env);
  const store = await openHome(env);
  const waits = or(eq(drafts.state, "pending"), exists(leavingOf(store)));
  let kills = 0;
  while ((await store.raw.$count(drafts, waits)) > 0) {
    await wait(random() * LONGEST_MS);
    await (random() < 0.5 ? worker : approver).killAndStart();
    kills += 1;
  }
  await store.close();
  await wait(QUIET_MS);
  await approver.killAndStart();
  for (const part of [approver, worker]) await part.stop();
  return kills;
}

function leavingOf({ raw }: Store) {
  return raw
    .select({ one: sql`1` })
    .from(deliveries)
    .where(and(eq(deliveries.draftId, drafts.id), eq(deliveries.state, "scheduled")));
}

async function approveUnderFire(
  env: Record<string, string>,
  draftIds: string[],
  { kind, seed, port }: Omit<Soak, "mails">,
): Promise<number> {
  const random = randomFrom(seed);
  const alone = kind === "pglite";
  const web = await startPart(
    "lib/cli/start.ts",
    "Countersign is at",
    alone ? env : { ...env, COUNTERSIGN_WORKER: "off" },
  );
  const worker = alone ? null : await startPart("lib/cli/worker.ts", "The worker is running.", env);
  const url = `http://localhost:${port}`;
  const door = openDoor(url, await cookieHeader(sessionIdOf("bo"), SECRET, url));
  const waiting = [...draftIds];
  let over = false;
  const lanes = Array.from({ length: AT_ONCE }, async () => {
    for (let draftId = waiting.shift(); draftId; draftId = waiting.shift()) {
      // Without an answer nobody knows whether it was done: it is said again, and a conflict says that it was.
      const answer = await door.call("reviews/verbs.ts: approve", { draftId, revision: 1 });
      if (answer === null) waiting.push(draftId);
      else if (!answer.ok && answer.code !== "conflict") throw new Error(answer.message);
      await wait(random() * 500);
    }
  });
  const approved = Promise.all(lanes).then(() => wait(15_000));
  void approved.then(() => {
    over = true;
  });
  let kills = 0;
  while (!over) {
    await wait(random() * LONGEST_MS);
    await (worker && random() < 0.5 ? worker : web).killAndStart();
    kills += 1;
  }
  await approved;
  await wait(QUIET_MS);
  for (const part of [web, worker]) await part?.stop();
  return kills;
}
