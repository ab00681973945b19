import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { type LogFormat, logAnswered } from "#lib/telemetry/log-output";
import { metrics } from "#lib/telemetry/metrics";
import { newRequestId, withRequest } from "#lib/telemetry/request";
import { routeOf } from "#lib/telemetry/routes";

/** The header that names a request to whoever sent it. */
const HEADER = "x-request-id";

/**
 * Gives each request an id of ours (a caller's own is not taken over: it would be a way to write into the log),
 * counts its answer, and with JSON logs one line of it.
 */
export function observed(handler: RequestListener, format: LogFormat): RequestListener {
  return (request, response) => {
    const id = newRequestId();
    request.headers[HEADER] = id;
    response.setHeader(HEADER, id);
    const begin = performance.now();
    withRequest(id, () => {
      response.once("close", () => note(request, response, performance.now() - begin, format));
      handler(request, response);
    });
  };
}

function note(
  { method = "GET", url = "" }: IncomingMessage,
  response: ServerResponse,
  ms: number,
  format: LogFormat,
): void {
  const route = routeOf(url.split("?", 1)[0] ?? "");
  const status = response.statusCode;
  // A stream is open for hours; how long says nothing of us.
  const isStream = String(response.getHeader("content-type") ?? "").startsWith("text/event-stream");
  if (!isStream) metrics().answered.observe({ method: methodOf(method), route, status }, ms / 1000);
  if (format === "json" && route !== "/_next")
    logAnswered({ method, path: route, status, ms: Math.round(ms) });
}

/** Whoever calls may send any word as a method, and each would be a figure of its own. */
function methodOf(method: string): string {
  return ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"].includes(method) ? method : "other";
}
