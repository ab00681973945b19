import { createHmac } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { answerMethod, type Said, WRITE_METHODS } from "#e2e/doubles/slack-methods";
import { answerWebhook } from "#e2e/doubles/slack-webhook";
import { larkfieldSlack, type SlackWorld } from "#e2e/doubles/slack-world";

/** What goes wrong with the next calls: `times` of them, of one method or of all. */
export type Trouble = {
  kind: "cut_before" | "cut_after" | "silent" | "down" | "rate_limited";
  times: number;
  method?: string;
};

/** A Slack on the loopback address: Web API, incoming webhooks, and what signs as Slack does. */
export type SlackDouble = {
  /** For COUNTERSIGN_SLACK_API. */
  api: string;
  webhook: string;
  signingSecret: string;
  world: SlackWorld;
  /** Every call that came, refused ones too: "chat.postMessage". */
  calls: string[];
  trouble: Trouble | null;
  /** A request as Slack signs it (v0, HMAC-SHA256 over version, time and raw body). */
  sign: (body: string, at?: Date, secret?: string) => Record<string, string>;
  close: () => Promise<void>;
};

const SECRET = "8f742231b10e8888abcd99yyyzzz85a5";

export async function startSlackDouble(world: SlackWorld = larkfieldSlack()): Promise<SlackDouble> {
  const server = createServer((request, response) => void serve(double, request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const double: SlackDouble = {
    api: `${origin}/api`,
    webhook: `${origin}/services/T0LARK/B0HOOK/secret-of-the-webhook`,
    signingSecret: SECRET,
    world,
    calls: [],
    trouble: null,
    sign: signedBy,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return double;
}

function signedBy(body: string, at = new Date(), secret = SECRET): Record<string, string> {
  const time = String(Math.floor(at.getTime() / 1000));
  const mac = createHmac("sha256", secret).update(`v0:${time}:${body}`).digest("hex");
  return { "X-Slack-Request-Timestamp": time, "X-Slack-Signature": `v0=${mac}` };
}

async function serve(double: SlackDouble, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? "/", double.api);
  const method = /^\/api\/([\w.]+)$/.exec(url.pathname)?.[1] ?? "webhook";
  double.calls.push(method);
  const trouble = takeTrouble(double, method);
  if (trouble === "cut_before") return void request.socket.destroy();
  const body = await text(request);
  if (trouble === "silent") return;
  if (trouble === "down") return void response.writeHead(500, { "Content-Type": "text/html" }).end("<html>");
  if (trouble === "rate_limited") return send(response, rateLimited());
  const said =
    method === "webhook"
      ? answerWebhook(double.world, url.pathname, request, body)
      : answerCall(double.world, method, request, body);
  if (trouble === "cut_after") return void request.socket.destroy();
  send(response, said);
}

function takeTrouble(double: SlackDouble, method: string): Trouble["kind"] | null {
  const { trouble } = double;
  if (!trouble || trouble.times < 1 || (trouble.method && trouble.method !== method)) return null;
  trouble.times -= 1;
  return trouble.kind;
}

function rateLimited(): Said {
  return { status: 429, headers: { "Retry-After": "30" }, body: { ok: false, error: "ratelimited" } };
}

/** Content types and ways in first, as Slack does, then the token, then the method. */
function answerCall(world: SlackWorld, method: string, request: IncomingMessage, body: string): Said {
  const type = (request.headers["content-type"] ?? "").split(";")[0]?.trim();
  const isForm = type === "application/x-www-form-urlencoded";
  const isJson = type === "application/json";
  if (request.method === "GET" && WRITE_METHODS.has(method)) return error("invalid_post_type");
  if (request.method === "POST" && !isForm && !isJson) return error("invalid_post_type");
  // Methods that only read don’t look into JSON: for them nothing was said.
  const args = isForm
    ? Object.fromEntries(new URLSearchParams(body))
    : WRITE_METHODS.has(method)
      ? objectIn(body)
      : {};
  if (!args) return error("invalid_json");
  const token = /^Bearer (.+)$/.exec(request.headers.authorization ?? "")?.[1];
  return answerMethod(world, method, token, args);
}

function error(name: string): Said {
  return { body: { ok: false, error: name } };
}

function objectIn(body: string): Record<string, unknown> | null {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}

function send(response: ServerResponse, { status = 200, headers = {}, body }: Said): void {
  const isText = typeof body === "string";
  response
    .writeHead(status, {
      "Content-Type": isText ? "text/plain" : "application/json; charset=utf-8",
      ...headers,
    })
    .end(isText ? body : JSON.stringify(body));
}
