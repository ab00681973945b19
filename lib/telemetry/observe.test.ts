import { once } from "node:events";
import { globSync } from "node:fs";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, it, onTestFinished } from "vitest";
import { metrics } from "#lib/telemetry/metrics";
import { observed } from "#lib/telemetry/observe";
import { currentRequest } from "#lib/telemetry/request";
import { routeOf } from "#lib/telemetry/routes";

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
    .toContain('_count{method="GET",route="(other)",status="404"} 2');
  const text = await metrics().registry.getSingleMetricAsString("countersign_http_request_seconds");
  expect(text).toContain('_count{method="GET",route="/reviews/[id]",status="200"} 2');
  expect(text).not.toContain("secret");
});

it.each([
  ["/", "/"],
  ["/sources/src_1m7r1vc40k9xfa71s9gax", "/sources/[id]"],
  ["/sources/new", "/sources/new"],
  ["/settings/people/usr_ada/leaving", "/settings/people/[userId]/leaving"],
  ["/api/v1/sources/src_1/runs", "/api/v1/[[...path]]"],
  ["/api/v1", "/api/v1/[[...path]]"],
  ["/_next/static/chunks/1.js", "/_next"],
  ["/password/abc-DEF/more", "(other)"],
  ["/documents/a/b", "(other)"],
  ["/app", "(other)"],
])("names %s as %s", (path, route) => expect(routeOf(path)).toBe(route));

it("names no secret and nothing that somebody made up, on any page", () => {
  const secret = "Kj3-secret";
  const paths = globSync("app/**/{page.tsx,route.ts}").map((file) =>
    file.replace(/^app|\/\([^)]*\)|\/[^/]*$/g, "").replace(/\[+[^\]]*\]+/g, secret),
  );
  expect(paths).toContain(`/password/${secret}`);
  for (const path of paths) {
    expect(routeOf(path)).not.toBe("(other)");
    expect(routeOf(path)).not.toContain(secret);
  }
});
