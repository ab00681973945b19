import {
  createServer,
  type RequestListener,
  type Server,
  type ServerOptions,
  type ServerResponse,
} from "node:http";
import { boundingBodies } from "#lib/cli/large-bodies";
import { AppError } from "#lib/errors";
import { problemOf, Refused } from "#lib/web/api/problem";
import { isMachinePath } from "#lib/web/machine-paths";

const DRAIN_MS = 4_000;
/** How long anybody may take to ask, in milliseconds, and how much they may say before the body. */
export const LIMITS = {
  /** For a whole request, its body included. */
  requestTimeout: 60_000,
  headersTimeout: 15_000,
  keepAliveTimeout: 10_000,
  maxHeaderSize: 16_384,
  /** How often the server looks who took longer. */
  connectionsCheckingInterval: 5_000,
};

const METHODS = new Set(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]);

/** A listening server. `close` lets requests under way finish, but not live streams, which never would. */
export type HttpServer = { close: () => Promise<void> };

/** Listens, or throws an `unavailable` that says why not. */
export async function listen(
  handler: RequestListener,
  port: number,
  host: string,
  limits: ServerOptions = LIMITS,
): Promise<HttpServer> {
  const streams = new Set<ServerResponse>();
  const handOn = boundingBodies(handler);
  const server = createServer(limits, (request, response) => {
    streams.add(response);
    response.once("close", () => streams.delete(response));
    if (!METHODS.has(request.method ?? "")) refuseMethod(response);
    else if (isReadable(request.url)) handOn(request, response);
    else refuseUnreadable(request.url, response);
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => reject(refusal(error, port, host)));
    server.listen(port, host, resolve);
  });
  return { close: () => close(server, streams) };
}

/** Next answers 500 to TRACE, which it can't make a request of, and a page to what nobody has heard of. */
function refuseMethod(response: ServerResponse): void {
  response
    .writeHead(405, { allow: [...METHODS].join(", "), "content-type": "text/plain; charset=utf-8" })
    .end("Nothing here answers this method.");
}

/** Next answers 500 to a path such as "/%ff", which is the caller's mistake. */
function isReadable(url = ""): boolean {
  try {
    decodeURIComponent(url.split("?", 1)[0]!);
    return true;
  } catch {
    return false;
  }
}

/** Programs are told in their own form, people in words. */
function refuseUnreadable(url = "", response: ServerResponse): void {
  const words = "The address can’t be read.";
  if (!isMachinePath(url)) {
    response.writeHead(400).end(words);
    return;
  }
  const { body, type } = problemOf(new Refused("malformed", words));
  response.writeHead(400, { "Content-Type": type }).end(body);
}

/** Throws if nobody could listen there now. Asked before a build, which takes a while. */
export async function checkPort(port: number, host: string): Promise<void> {
  await (await listen(() => {}, port, host)).close();
}

function refusal(error: NodeJS.ErrnoException, port: number, host: string): AppError {
  const sentence: Record<string, string> = {
    EADDRINUSE: `Port ${port} is in use. Stop what listens there, or choose another one with PORT.`,
    EACCES: `Port ${port} may not be opened by this account. Choose one above 1023 with PORT.`,
    EADDRNOTAVAIL: `This machine has no address ${host}. Change COUNTERSIGN_HOST.`,
    ENOTFOUND: `This machine has no address ${host}. Change COUNTERSIGN_HOST.`,
  };
  return new AppError("unavailable", sentence[error.code ?? ""] ?? `Can’t listen: ${error.message}.`);
}

async function close(server: Server, open: Set<ServerResponse>): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve));
  for (const response of open) if (isStream(response)) response.destroy();
  const hurry = setTimeout(() => server.closeAllConnections(), DRAIN_MS);
  const idle = setInterval(() => server.closeIdleConnections(), 50);
  await closed;
  clearTimeout(hurry);
  clearInterval(idle);
}

function isStream(response: ServerResponse): boolean {
  return String(response.getHeader("content-type") ?? "").startsWith("text/event-stream");
}
