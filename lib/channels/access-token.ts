import { request as plainRequest, type RequestOptions } from "node:http";
import { request } from "node:https";
import { text } from "node:stream/consumers";
import { addressOfHost } from "#lib/channels/public-host";
import { AppError } from "#lib/errors";

/** What a mailbox is opened with by OAuth2 (RFC 6749, section 6). `tokenUrl` is where a refresh token is exchanged. */
export type OAuthGrant = { tokenUrl: string; clientId: string; clientSecret: string; refreshToken: string };

const LONGEST_BYTES = 64 * 1024;

/**
 * Exchanges a refresh token for an access token, over https; over http only inside the own network, where that is
 * allowed. `unavailable` says what the server answered; the secrets are in no message.
 */
export async function fetchAccessToken(
  { tokenUrl, clientId, clientSecret, refreshToken }: OAuthGrant,
  allowed: { privateHosts: boolean },
  signal: AbortSignal,
): Promise<string> {
  const url = new URL(tokenUrl);
  const plain = url.protocol === "http:" && allowed.privateHosts;
  if (url.protocol !== "https:" && !plain)
    throw new AppError("invalid", "The token address must begin with https://.");
  const address = await addressOfHost(url.hostname.replace(/^\[|\]$/g, ""), allowed);
  const body = new URLSearchParams({
    grant_type: "refresh_token",
    client_id: clientId,
    client_secret: clientSecret,
    refresh_token: refreshToken,
  }).toString();
  const answer = await post(plain, url, address, body, signal);
  const token = tokenIn(answer);
  if (!token)
    throw new AppError("unavailable", `${url.hostname} gave no access token. Connect the mailbox again.`);
  return token;
}

/** The address that was looked at is connected to; the name is for TLS and for the server. */
function post(plain: boolean, url: URL, address: string, body: string, signal: AbortSignal): Promise<string> {
  const options: RequestOptions = {
    method: "POST",
    host: address,
    port: url.port || (plain ? 80 : 443),
    path: url.pathname + url.search,
    headers: {
      Host: url.host,
      "Content-Type": "application/x-www-form-urlencoded",
      "Content-Length": Buffer.byteLength(body),
      Accept: "application/json",
    },
    signal,
  };
  return new Promise((resolve, reject) => {
    const asked = plain ? plainRequest(options) : request({ ...options, servername: url.hostname });
    asked.on("error", () => reject(new AppError("unavailable", `${url.hostname} did not answer.`)));
    asked.on("response", (response) => {
      let bytes = 0;
      response.on("data", (chunk: Buffer) => {
        bytes += chunk.length;
        if (bytes > LONGEST_BYTES) response.destroy(new Error("The answer is too long."));
      });
      text(response).then(resolve, reject);
    });
    asked.end(body);
  });
}

function tokenIn(answer: string): string | null {
  try {
    const { access_token: token } = JSON.parse(answer) as { access_token?: unknown };
    return typeof token === "string" && token ? token : null;
  } catch {
    return null;
  }
}
