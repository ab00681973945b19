import { once } from "node:events";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, it, onTestFinished } from "vitest";
import { metrics, routeOf } from "#lib/telemetry/metrics";
import { observed } from "#lib/telemetry/observe";
import { currentRequest } from "#lib/telemetry/request";

async function serving(handler: RequestListener): Promise<string> {
  const server = createServer(observed(handler, "text")).listen(0, "127.0.0.1");
  onTestFinished(() => void server.close());
  await once(server, "listening");
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

it("gives each request an id of its own, also where the caller brings one", async () => {
  const address = await serving((request, response) => {
    setImmediate(() => response.end(`${request.headers["x-request-id"]} ${currentRequest()}`));
  });
  const answers = await Promise.all(
    [1, 2].map(() => fetch(address, { headers: { "x-request-id": "mine\u0085level=error" } })),
  );
  const ids = answers.map((answer) => answer.headers.get("x-request-id"));
  expect(new Set(ids).size).toBe(2);
  for (const [n, answer] of answers.entries()) {
    expect(ids[n]).toMatch(/^req_[0-9a-f]{10}$/);
    expect(await answer.text()).toBe(`${ids[n]} ${ids[n]}`);
  }
});

it("counts answers by route, so that a figure never grows with what people store", async () => {
  const address = await serving((request, response) => {
    response.statusCode = request.url?.startsWith("/nowhere") ? 404 : 200;
    response.end();
  });
  const paths = ["/reviews/drf_01m3k9?x=secret", "/reviews/drf_77zzz", "/nowhere/a", "/nowhere/b"];
  for (const path of paths) await (await fetch(address + path)).text();
  await expect
    .poll(() => metrics().registry.getSingleMetricAsString("countersign_http_request_seconds"))
    .toContain('_count{method="GET",route="(none)",status="404"} 2');
  const text = await metrics().registry.getSingleMetricAsString("countersign_http_request_seconds");
  expect(text).toContain('_count{method="GET",route="/reviews/[id]",status="200"} 2');
  expect(text).not.toContain("secret");
});

it.each([
  ["/sources/src_1m7r1vc40k9xfa71s9gax", "/sources/[id]"],
  ["/settings/teams/tea_engineering", "/settings/teams/[id]"],
  ["/invitation/abc-DEF", "/invitation/[token]"],
  ["/_next/static/chunks/1.js", "/_next"],
  ["/", "/"],
])("names %s as %s", (path, route) => expect(routeOf(path)).toBe(route));
