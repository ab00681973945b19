import { request as ask, createServer, type IncomingMessage, type Server } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { text } from "node:stream/consumers";
import { afterEach, expect, it } from "vitest";
import { checkPort, type HttpServer, LIMITS, listen } from "#lib/cli/http-server";

const HOST = "127.0.0.1";
const left: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of left.splice(0)) await close();
});

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, HOST, resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

function request(port: number, path: string, method = "GET"): Promise<IncomingMessage> {
  return new Promise((resolve, reject) =>
    ask({ host: HOST, port, path, method }, resolve).once("error", reject).end(),
  );
}

async function serving(handler: Parameters<typeof listen>[0]): Promise<{ port: number; server: HttpServer }> {
  const port = await freePort();
  return { port, server: await listen(handler, port, HOST) };
}

it("answers until it is closed, and frees the port", async () => {
  const { port, server } = await serving((_request, response) => response.end("yes"));
  expect((await request(port, "/")).statusCode).toBe(200);
  await server.close();
  await expect(request(port, "/")).rejects.toThrow("ECONNREFUSED");
  await checkPort(port, HOST);
});

it("tells a caller whose address can't be read", async () => {
  const { port, server } = await serving((_request, response) => response.end("yes"));
  left.push(() => server.close());
  expect((await request(port, "/%ff")).statusCode).toBe(400);
  expect((await request(port, "/caf%C3%A9?q=%ff")).statusCode).toBe(200);
});

it("refuses a method that nothing answers, and hands on the others", async () => {
  const { port, server } = await serving((_request, response) => response.end("yes"));
  left.push(() => server.close());
  for (const method of ["TRACE", "PROPFIND", "LINK"]) {
    const answer = await request(port, "/", method);
    expect([method, answer.statusCode]).toEqual([method, 405]);
    expect(answer.headers.allow).toBe("GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS");
  }
  for (const method of ["HEAD", "OPTIONS", "DELETE"])
    expect([method, (await request(port, "/", method)).statusCode]).toEqual([method, 200]);
});

it("ends a request whose head or body comes in slowly", async () => {
  expect(LIMITS).toMatchObject({ headersTimeout: 15_000, requestTimeout: 60_000 });
  const port = await freePort();
  const read: Promise<unknown>[] = [];
  const impatient = { headersTimeout: 100, requestTimeout: 200, connectionsCheckingInterval: 20 };
  const server = await listen(
    (incoming) => void read.push(text(incoming).catch((error) => error)),
    port,
    HOST,
    impatient,
  );
  left.push(() => server.close());
  const head = "POST / HTTP/1.1\r\nHost: here\r\n";
  const [noHead, noBody] = [head, `${head}Content-Length: 1000\r\n\r\nsome of it`].map((said) => {
    const socket = connect(port, HOST);
    socket.write(said);
    return text(socket);
  });
  expect(await noHead).toMatch(/^HTTP\/1.1 408 /);
  expect(await noBody).toMatch(/^HTTP\/1.1 408 /);
  expect(read).toHaveLength(1);
  expect(await read[0]).toMatchObject({ message: "aborted" });
});

it("says that a port is in use", async () => {
  const other: Server = createServer();
  await new Promise<void>((resolve) => other.listen(0, HOST, resolve));
  left.push(() => other.close());
  const { port } = other.address() as AddressInfo;
  await expect(checkPort(port, HOST)).rejects.toMatchObject({
    code: "unavailable",
    message: `Port ${port} is in use. Stop what listens there, or choose another one with PORT.`,
  });
});

it("lets a request under way finish, and ends live streams at once", async () => {
  const arrived = Promise.withResolvers<() => void>();
  const { port, server } = await serving((incoming, response) => {
    if (incoming.url === "/stream") {
      response.setHeader("content-type", "text/event-stream; charset=utf-8");
      response.write(": hello\n\n");
    } else arrived.resolve(() => response.end("done"));
  });
  const stream = await request(port, "/stream");
  const streamEnded = new Promise((resolve) =>
    stream
      .once("close", resolve)
      .once("error", () => {})
      .resume(),
  );
  const slow = request(port, "/slow");
  const finish = await arrived.promise;

  let closed = false;
  const closing = server.close().then(() => {
    closed = true;
  });
  await streamEnded;
  expect(closed).toBe(false);
  finish();
  expect((await slow).statusCode).toBe(200);
  await closing;
});
