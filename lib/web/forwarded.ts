import { subscribe, unsubscribe } from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";
import type { Site } from "#lib/web/site";

const ARRIVAL = "http.server.request.start";

/**
 * Rewrites the X-Forwarded headers of every request of this process as it arrives, before anything reads them:
 * whoever connects can write what they like there. What is left is what the site's own proxies said, or the socket.
 * Returns what stops it.
 */
export function settleForwardedHeaders(site: Site): () => void {
  const arriving = (message: unknown) => settle((message as { request: IncomingMessage }).request, site);
  subscribe(ARRIVAL, arriving);
  return () => unsubscribe(ARRIVAL, arriving);
}

function settle({ headers, socket }: IncomingMessage, { url, proxies }: Site): void {
  const chain = [...valuesOf(headers["x-forwarded-for"]), socket.remoteAddress ?? ""];
  const proto = valuesOf(headers["x-forwarded-proto"]).at(-1);
  headers["x-forwarded-for"] = chain.at(-1 - proxies) ?? chain.at(-1);
  headers["x-forwarded-host"] = url?.host ?? headers.host;
  headers["x-forwarded-proto"] =
    url?.protocol.slice(0, -1) ?? (proxies > 0 && proto === "https" ? "https" : "http");
  delete headers["x-forwarded-port"];
  delete headers.forwarded;
}

function valuesOf(header: string | string[] | undefined): string[] {
  return String(header ?? "")
    .split(",")
    .map((value) => value.trim())
    .filter(Boolean);
}
