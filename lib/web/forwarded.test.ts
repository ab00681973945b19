import { createServer, type IncomingHttpHeaders, request } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, it } from "vitest";
import { settleForwardedHeaders } from "#lib/web/forwarded";
import { readSite } from "#lib/web/site";

const CLAIMS = {
  host: "localhost:3000",
  "x-forwarded-for": "192.0.2.1, 192.0.2.2",
  "x-forwarded-host": "evil.example",
  "x-forwarded-proto": "https",
  "x-forwarded-port": "443",
  forwarded: "for=192.0.2.1",
};

it("believes nobody where no proxy is known", async () => {
  expect(await arriving({})).toEqual({
    host: "localhost:3000",
    "x-forwarded-for": "127.0.0.1",
    "x-forwarded-host": "localhost:3000",
    "x-forwarded-proto": "http",
  });
});

it("believes as much of the chain as its own proxies wrote", async () => {
  const of = async (proxies: string) => (await arriving({ COUNTERSIGN_PROXIES: proxies }))["x-forwarded-for"];
  expect(await of("1")).toBe("192.0.2.2");
  expect(await of("2")).toBe("192.0.2.1");
  // Shorter than the company's own proxies make it: somebody came past them.
  expect(await of("3")).toBe("127.0.0.1");
});

it("believes its own proxies that the browser came by https, and nobody about the host", async () => {
  expect(await arriving({ COUNTERSIGN_PROXIES: "1" })).toMatchObject({
    "x-forwarded-host": "localhost:3000",
    "x-forwarded-proto": "https",
  });
});

it("is at its public address where it has one", async () => {
  expect(await arriving({ COUNTERSIGN_URL: "https://ops.example.com" })).toMatchObject({
    "x-forwarded-host": "ops.example.com",
    "x-forwarded-proto": "https",
  });
});

/** The headers a server reads of a request that claims all sorts of things. */
async function arriving(env: Record<string, string>): Promise<IncomingHttpHeaders> {
  const stop = settleForwardedHeaders(readSite(env));
  const seen = Promise.withResolvers<IncomingHttpHeaders>();
  const server = createServer((incoming, response) => {
    const { connection: _, ...headers } = incoming.headers;
    seen.resolve(headers);
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  request({ host: "127.0.0.1", port, headers: CLAIMS, agent: false }, (response) => response.resume()).end();
  const headers = await seen.promise;
  server.close();
  stop();
  return headers;
}
