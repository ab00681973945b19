import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { parseArgs } from "node:util";
import { openDoor } from "#bench/door";
import { audit, isBusy } from "#bench/soak/audit";
import { soakMails } from "#bench/soak/mails";
import { type Part, startPart } from "#bench/soak/parts";
import { nothingTold, type Told, work } from "#bench/soak/person";
import { randomFrom } from "#bench/soak/random";
import { startClaudeDouble } from "#e2e/doubles/claude";
import { CAST } from "#e2e/support/cast";
import { type Cluster, startCluster } from "#e2e/support/cluster";
import { CLUSTER, makeHome, openHome, prepareCompany, sessionIdOf } from "#e2e/support/company";
import { cookieHeader } from "#e2e/support/session-cookie";
import { until } from "#e2e/support/until";
import type { Store } from "#lib/db/store";
import { sealEvents } from "#lib/events/seal";

const HELP = `npm run soak -- [--cycles 200] [--seed N] [--kinds pglite,web,worker] [--port 3190] [--mails 0]

Kills Countersign at random moments while people store, edit, decide and take back, starts it again each time, and then
holds the database to what they were told: all of it is there, and once. One line of JSON a kind; exit code 1 where
something is lost, doubled or broken. pglite is the one process of an embedded database; web and worker are the two
processes on a PostgreSQL that is started for it. A cycle takes some seconds. With --mails, so many approved mails are
sent instead while the processes that approve and send them are killed, and each must have left once at most: pglite
and web with the pages, worker without them.`;

const KINDS = ["pglite", "web", "worker"] as const;
type Kind = (typeof KINDS)[number];
const SECRET = "a-secret-for-the-soak-that-is-long-enough";
const PEOPLE = ["ada", "bo", "dana"] as const;
const LANES = 6;
/** A process that has answered somebody is left alone for so long at most, and sometimes not at all. */
const LONGEST_MS = 2_500;
const AT_ONCE = 0.2;
/** Leases and undo windows are over by then. */
const QUIET_MS = 180_000;

const { values } = parseArgs({
  options: {
    help: { type: "boolean" },
    cycles: { type: "string", default: "200" },
    seed: { type: "string", default: String(Date.now() % 1_000_000) },
    kinds: { type: "string", default: KINDS.join() },
    port: { type: "string", default: "3190" },
    mails: { type: "string", default: "0" },
  },
});
if (values.help) console.log(HELP);
else if (Number(values.mails) > 0)
  for (const kind of values.kinds.split(","))
    await soakMails({
      kind: kind === "worker" ? "verbs" : kind,
      mails: Number(values.mails),
      seed: Number(values.seed),
      port: values.port,
    });
else
  for (const kind of values.kinds.split(",") as Kind[])
    await soak(kind, Number(values.cycles), Number(values.seed));

async function soak(kind: Kind, cycles: number, seed: number): Promise<void> {
  console.log(JSON.stringify({ soak: kind, cycles, seed, begins: new Date().toISOString() }));
  const cluster = kind === "pglite" ? null : await startCluster();
  const claude = await startClaudeDouble({ apiKey: "test-key" });
  try {
    const env = await makeEnvironment(cluster, claude.url);
    const begin = performance.now();
    const told = await killUnderLoad(kind, cycles, seed, env);
    const store = await openQuiet(env);
    const exports = env.COUNTERSIGN_EXPORT_DIR as string;
    const { wrong, figures } = await audit(store, told, { exports, requests: claude.requests.length });
    await store.close();
    const sum = (of: (one: Told) => number) => told.reduce((total, one) => total + of(one), 0);
    const people = {
      answered: sum((one) => one.answered),
      unanswered: sum((one) => one.unanswered),
      refused: sum((one) => one.refused.length),
    };
    const seconds = Math.round((performance.now() - begin) / 1000);
    console.log(
      JSON.stringify({
        soak: kind,
        cycles,
        seed,
        seconds,
        ...people,
        ...figures,
        wrong: wrong.slice(0, 20),
        held: wrong.length === 0,
      }),
    );
    if (wrong.length > 0) process.exitCode = 1;
  } finally {
    await claude.close();
    await cluster?.stop();
  }
}

async function makeEnvironment(cluster: Cluster | null, claude: string): Promise<Record<string, string>> {
  if (cluster) process.env[CLUSTER] = cluster.url("{}");
  else delete process.env[CLUSTER];
  await prepareCompany();
  const { env } = await makeHome("cast");
  const exports = join(env.COUNTERSIGN_DATA_DIR as string, "exports");
  mkdirSync(exports);
  return {
    ...env,
    PORT: values.port,
    AUTH_SECRET: SECRET,
    COUNTERSIGN_EXPORT_DIR: exports,
    ANTHROPIC_API_KEY: "test-key",
    ANTHROPIC_BASE_URL: claude,
    COUNTERSIGN_LLM_MODE: "structured",
  };
}

async function killUnderLoad(
  kind: Kind,
  cycles: number,
  seed: number,
  env: Record<string, string>,
): Promise<Told[]> {
  const random = randomFrom(seed);
  const web = await startPart(
    "lib/cli/start.ts",
    "Countersign is at",
    kind === "pglite" ? env : { ...env, COUNTERSIGN_WORKER: "off" },
  );
  const worker =
    kind === "pglite" ? null : await startPart("lib/cli/worker.ts", "The worker is running.", env);
  const victim: Part = kind === "worker" && worker ? worker : web;
  let over = false;
  const told = Array.from({ length: LANES }, nothingTold);
  const lanes = told.map(async (own, lane) => {
    const who = PEOPLE[lane % PEOPLE.length] ?? "ada";
    const url = `http://localhost:${values.port}`;
    const door = openDoor(url, await cookieHeader(sessionIdOf(who), SECRET, url));
    const owns = (draftId: string) => laneOf(draftId) === lane;
    const as = { lane: `lane ${lane}`, name: CAST[who].name, owns, random: randomFrom(seed + lane + 1) };
    return work(door, as, own, () => over);
  });
  const answered = () => told.reduce((sum, own) => sum + own.answered, 0);
  for (let cycle = 0; cycle < cycles; cycle++) {
    const before = answered();
    if (random() >= AT_ONCE) await until(() => answered() > before);
    await wait(random() * LONGEST_MS);
    await victim.killAndStart();
    if (cycle % 10 === 9) console.error(`${kind}: ${cycle + 1} of ${cycles}, ${answered()} answers`);
  }
  over = true;
  await Promise.all(lanes);
  // Long enough that the last approvals leave, and that what dead workers held is taken over.
  await wait(QUIET_MS);
  for (const part of [web, worker]) await part?.stop();
  return told;
}

/** Whose a draft is, so that each has one person who knows all that was done with it. */
function laneOf(draftId: string): number {
  return [...draftId].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 1_000_003, 7) % LANES;
}

async function openQuiet(env: Record<string, string>): Promise<Store> {
  const store = await openHome(env);
  if (await isBusy(store)) console.error("Something is still under way.");
  await sealEvents(store);
  return store;
}
