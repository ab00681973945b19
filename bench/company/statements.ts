import type { Pool, QueryConfig } from "pg";
import { measure, type Timing } from "#bench/measure";
import type { Store } from "#lib/db/store";

type Ask = (this: Pool, config: QueryConfig, values: unknown[]) => Promise<unknown>;
type Asked = { config: QueryConfig; values: unknown[] };

/** How long the slowest of the statements takes that some work asks of PostgreSQL, each asked alone, and how many they are. */
export async function slowestStatement(
  store: Store,
  times: number,
  work: () => Promise<unknown>,
): Promise<{ slowest: Timing; text: string; statements: number }> {
  const pool = (store.raw as unknown as { $client: Pool }).$client;
  const asked = await record(pool, work);
  let found = { slowest: { p50_ms: 0, p95_ms: 0, times: 0 }, text: "" };
  for (const { config, values } of asked) {
    const slowest = await measure(times, () => pool.query({ ...config, values }));
    if (slowest.p50_ms > found.slowest.p50_ms) found = { slowest, text: config.text };
  }
  return { ...found, statements: asked.length };
}

async function record(pool: Pool, work: () => Promise<unknown>): Promise<Asked[]> {
  const asked: Asked[] = [];
  const query = pool.query;
  const recording = (config: QueryConfig, values: unknown[] = []) => {
    asked.push({ config, values });
    return (query as Ask).call(pool, config, values);
  };
  pool.query = recording as unknown as Pool["query"];
  try {
    await work();
  } finally {
    pool.query = query;
  }
  return asked;
}
