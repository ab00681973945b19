import { type IncomingMessage, request as plainRequest, type RequestOptions } from "node:http";
import { request } from "node:https";
import { text } from "node:stream/consumers";

const LONGEST_BYTES = 4 * 1024 * 1024;

/** What is posted: over http only where `plain`; to `address`, where the host was found when it was looked at. */
export type HttpPost = {
  url: URL;
  plain: boolean;
  address: string;
  headers: Record<string, string>;
  body: string;
  /** Bytes of the longest answer that is read; 4 MB where nothing is said. */
  longest?: number;
};

/** `retryAfter` is in seconds (RFC 9110, section 10.2.3), null where the server said nothing of it. */
export type HttpAnswer = {
  status: number;
  text: string;
  retryAfter: number | null;
  headers: Record<string, string>;
};

/** That no whole answer came. `handedOver` says whether the server may have read what was posted. */
export class NoAnswer extends Error {
  readonly handedOver: boolean;

  constructor(handedOver: boolean, cause: unknown) {
    super("No answer came.", { cause });
    this.name = "NoAnswer";
    this.handedOver = handedOver;
  }
}

/**
 * Posts over a connection of its own, so that of each it is known how far it came. The address is connected to; the name
 * is for TLS and for the server. Redirects are not followed. Throws `NoAnswer`.
 */
export function postHttp(
  { url, plain, address, headers, body, longest = LONGEST_BYTES }: HttpPost,
  signal: AbortSignal,
): Promise<HttpAnswer> {
  const options: RequestOptions = {
    method: "POST",
    agent: false,
    host: address,
    port: url.port || (plain ? 80 : 443),
    path: url.pathname + url.search,
    headers: { ...headers, Host: url.host, "Content-Length": Buffer.byteLength(body) },
    signal,
  };
  return new Promise((resolve, reject) => {
    let connected = false;
    // Finding the server can outlast the try, and then nothing is begun.
    if (signal.aborted) return reject(new NoAnswer(false, signal.reason));
    const asked = plain
      ? plainRequest(options)
      : request({ ...options, servername: url.hostname.replace(/^\[|\]$/g, "") });
    const fail = (error: unknown) => reject(new NoAnswer(connected, error));
    asked.on("socket", (socket) => {
      // Over TLS nothing of the request leaves before the handshake is through.
      socket.once(plain ? "connect" : "secureConnect", () => {
        connected = true;
      });
    });
    asked.on("error", fail);
    asked.on("response", (response) => {
      let bytes = 0;
      response.on("data", (chunk: Buffer) => {
        bytes += chunk.length;
        if (bytes > longest) response.destroy(new Error("The answer is too long."));
      });
      text(response).then((words) => resolve(answerOf(response, words)), fail);
    });
    asked.end(body);
  });
}

function answerOf({ statusCode = 0, headers }: IncomingMessage, words: string): HttpAnswer {
  const wait = Number(headers["retry-after"]);
  const single = Object.entries(headers).flatMap(([name, value]) =>
    typeof value === "string" ? [[name, value] as const] : [],
  );
  return {
    status: statusCode,
    text: words,
    retryAfter: headers["retry-after"] && Number.isFinite(wait) ? Math.max(0, wait) : null,
    headers: Object.fromEntries(single),
  };
}
