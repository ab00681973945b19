import { createHash, timingSafeEqual } from "node:crypto";
import { eq, inArray, min, sql } from "drizzle-orm";
import { deliveries, drafts, runs } from "#drizzle/schema/schema";
import { countEach } from "#lib/db/count";
import { reader, type Store } from "#lib/db/store";
import { getRuntime } from "#lib/runtime/handle";
import { metrics } from "#lib/telemetry/metrics";

const WAITING_RUNS = ["queued", "writing", "checking", "held"] as const;
const WAITING_DELIVERIES = ["scheduled", "sending", "failed", "unknown", "returned"] as const;

/** Answers `/api/metrics` from this process's runtime. */
export async function answerMetrics(request: Request): Promise<Response> {
  const { store, now } = await getRuntime();
  return metricsFor(request, { store, now, token: process.env.COUNTERSIGN_METRICS_TOKEN });
}

type Asked = { store: Store; now: () => Date; token: string | undefined };

/** The figures of this process and of the queue, as Prometheus reads them, for whoever has the token; 404 where none is set. */
export async function metricsFor(request: Request, { store, now, token }: Asked): Promise<Response> {
  if (!token) return new Response("Not found", { status: 404 });
  if (!isSame(request.headers.get("authorization") ?? "", `Bearer ${token}`)) {
    return new Response("The token is missing or not the right one.", {
      status: 401,
      headers: { "www-authenticate": "Bearer" },
    });
  }
  await measureQueue(store, now());
  const { registry } = metrics();
  return new Response(await registry.metrics(), { headers: { "content-type": registry.contentType } });
}

/** What waits, read from indexes: these are few rows however old the company is. */
async function measureQueue(store: Store, now: Date): Promise<void> {
  const db = reader(store);
  const figures = metrics();
  const waiting = await db
    .select({ state: runs.state, count: sql<number>`count(*)`.mapWith(Number) })
    .from(runs)
    .where(inArray(runs.state, WAITING_RUNS))
    .groupBy(runs.state);
  for (const state of WAITING_RUNS)
    figures.runs.set({ state }, waiting.find((row) => row.state === state)?.count ?? 0);
  const [due] = await db
    .select({ at: min(runs.dueAt) })
    .from(runs)
    .where(eq(runs.state, "queued"));
  figures.oldestDue.set(due?.at ? Math.max(0, (now.getTime() - due.at.getTime()) / 1000) : 0);
  const leaving = await db
    .select({ state: deliveries.state, count: sql<number>`count(*)`.mapWith(Number) })
    .from(deliveries)
    .where(inArray(deliveries.state, WAITING_DELIVERIES))
    .groupBy(deliveries.state);
  for (const state of WAITING_DELIVERIES)
    figures.deliveries.set({ state }, leaving.find((row) => row.state === state)?.count ?? 0);
  const { pending } = await countEach(
    { store },
    { pending: { table: drafts, where: eq(drafts.state, "pending"), most: 1000 } },
  );
  figures.drafts.set(pending);
}

/** By hashes, so that the time it takes tells nothing of either, not even the length. */
function isSame(one: string, other: string): boolean {
  const hash = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(hash(one), hash(other));
}
