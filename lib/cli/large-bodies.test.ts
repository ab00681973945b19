import { request as ask, createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, it, onTestFinished } from "vitest";
import { boundingBodies, MOST_LARGE } from "#lib/cli/large-bodies";
import { MOST_WAITING } from "#lib/parsers/limits";

const HOST = "127.0.0.1";
const MB = 1024 * 1024;

it("hands a few large bodies on at once, small ones at any time, and tells too many to come back", async () => {
  const { promise: held, resolve: letGo } = Promise.withResolvers<void>();
  let handed = 0;
  let arrived = 0;
  const handOn = boundingBodies(async (request, response) => {
    if (request.url === "/small") return response.end("small");
    handed++;
    await held;
    request.resume().once("end", () => response.end("large"));
  });
  const server = createServer((request, response) => {
    arrived++;
    handOn(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, HOST, resolve));
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  const send = (path: string, body: Buffer) =>
    new Promise<number>((resolve, reject) =>
      ask(
        { host: HOST, port, path, method: "POST", headers: { "content-length": body.length } },
        (answer) => {
          answer.resume();
          resolve(answer.statusCode ?? 0);
        },
      )
        .once("error", reject)
        .end(body),
    );
  const body = Buffer.alloc(MB + 1);
  const waiting = Array.from({ length: MOST_LARGE + MOST_WAITING }, () => send("/large", body));
  await expect.poll(() => arrived).toBe(MOST_LARGE + MOST_WAITING);
  // The server ends the connection without reading on, which the sender may notice first.
  expect(await send("/large", body).catch(() => 503)).toBe(503);
  expect(await send("/small", Buffer.from("x"))).toBe(200);
  expect(handed).toBe(MOST_LARGE);
  letGo();
  expect(new Set(await Promise.all(waiting))).toEqual(new Set([200]));
  expect(await send("/large", body)).toBe(200);
});
