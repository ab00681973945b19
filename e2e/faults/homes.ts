import { cpSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { deliveries, runs } from "#drizzle/schema/schema";
import { act } from "#e2e/faults/acts";
import { insertCast } from "#e2e/support/cast";
import {
  copyServerDatabase,
  emptyServerDatabase,
  fillDataDirectory,
  onPostgres,
} from "#e2e/support/empty-database";
import { PAGES_ONLY } from "#e2e/support/letters";
import { performDelivery } from "#lib/deliveries/perform-delivery";
import type { Ports } from "#lib/events/context";
import { rulesWriter } from "#lib/llm/rules-writer";
import { claimRun } from "#lib/runs/claim-run";
import { performRun } from "#lib/runs/perform-run";
import { readConfig } from "#lib/runtime/config";
import { type Runtime, startRuntime } from "#lib/runtime/runtime";

/** States of a company, each the one before it with something more done. */
export type State = "cast" | "queued" | "claimed" | "drafted" | "approved" | "leaving";
/** Variables that point a process at a database and a folder of its own. */
export type Home = { env: Record<string, string>; exports: string };
export type Homes = { copy: (state: State) => Promise<Home>; remove: () => void };

/** How far ahead of the clock the next process is, so that all leases are over and all that is scheduled is due. */
export const AHEAD_MS = 600_000;

/** A connected model that nobody asks: a test that does names its own. */
const CLAUDE = { ANTHROPIC_BASE_URL: "http://127.0.0.1:9", COUNTERSIGN_LLM_MODE: "structured" };

/** Makes a database in each state, to be copied. */
export async function prepareHomes(): Promise<Homes> {
  const folder = mkdtempSync(join(tmpdir(), "countersign-faults-"));
  const made = new Map<State, Home>();
  let count = 0;

  async function homeIn(from?: Home): Promise<Home> {
    const own = join(folder, String(count++));
    const exports = join(own, "exports");
    mkdirSync(own);
    const env: Record<string, string> = {
      ...CLAUDE,
      COUNTERSIGN_DATA_DIR: own,
      COUNTERSIGN_EXPORT_DIR: exports,
    };
    if (onPostgres)
      env.DATABASE_URL = await (from
        ? copyServerDatabase(from.env.DATABASE_URL ?? "")
        : emptyServerDatabase());
    else if (from) cpSync(from.env.COUNTERSIGN_DATA_DIR ?? "", own, { recursive: true });
    else await fillDataDirectory(own);
    return { env, exports };
  }

  async function make(
    state: State,
    from: State | null,
    work: (ports: Ports) => Promise<unknown>,
  ): Promise<void> {
    const home = await homeIn(from ? made.get(from) : undefined);
    await inRuntime(home, work);
    made.set(state, home);
  }

  await make("cast", null, ({ store }) => insertCast(store, new Date()));
  await make("queued", "cast", (ports) => act(ports, "store"));
  await make("claimed", "queued", async (ports) => claimRun(asSystem(ports), await onlyId(ports, runs)));
  await make("drafted", "queued", async (ports) =>
    performRun(ports, () => rulesWriter, await onlyId(ports, runs)),
  );
  await make("approved", "drafted", (ports) => act(ports, "approve"));
  await make("leaving", "approved", leave);
  return {
    copy: (state) => homeIn(made.get(state)),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Opens a home as a process without a worker does, for as long as `work` takes. */
async function inRuntime<T>({ env }: Pick<Home, "env">, work: (runtime: Runtime) => Promise<T>): Promise<T> {
  const runtime = await startRuntime(readConfig(env), { worker: false });
  return work(runtime).finally(runtime.close);
}

const asSystem = (ports: Ports) => ({ ...ports, actor: { kind: "system" as const } });

async function onlyId({ store }: Ports, table: typeof runs | typeof deliveries): Promise<string> {
  const [row, ...others] = await store.raw.select({ id: table.id }).from(table);
  if (!row || others.length > 0) throw new Error("There is not exactly one row.");
  return row.id;
}

/** Takes the delivery to a channel that never answers. */
async function leave(ports: Ports): Promise<void> {
  const asked = Promise.withResolvers<void>();
  const send = () => {
    asked.resolve();
    return new Promise<never>(() => {});
  };
  const now = () => new Date(Date.now() + AHEAD_MS / 2);
  void performDelivery(
    { ...ports, now, channels: { export: { send } } },
    PAGES_ONLY,
    await onlyId(ports, deliveries),
  );
  await asked.promise;
}
