import { createHash, timingSafeEqual } from "node:crypto";
import type { Store } from "#lib/db/store";
import { getRuntime } from "#lib/runtime/handle";
import { metrics } from "#lib/telemetry/metrics";
import { measureStored } from "#lib/web/measure-stored";

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
  await measureStored(store, now());
  const { registry } = metrics();
  return new Response(await registry.metrics(), { headers: { "content-type": registry.contentType } });
}

/** By hashes, so that the time it takes tells nothing of either, not even the length. */
function isSame(one: string, other: string): boolean {
  const hash = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(hash(one), hash(other));
}
