import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";

/** Where refresh tokens are exchanged (RFC 6749, section 6), on the loopback address. */
export type TokenEndpoint = {
  url: string;
  /** What it was asked, in order. */
  asked: Record<string, string>[];
  /** What it answers from now on. */
  answer: (status: number, body: string) => void;
  close: () => void;
};

/** Starts one that gives an access token. */
export async function startTokenEndpoint(accessToken: string): Promise<TokenEndpoint> {
  const asked: TokenEndpoint["asked"] = [];
  let said = { status: 200, body: JSON.stringify({ access_token: accessToken, expires_in: 3600 }) };
  const server = createServer(async (request, response) => {
    asked.push(Object.fromEntries(new URLSearchParams(await text(request))));
    response.writeHead(said.status, { "Content-Type": "application/json" }).end(said.body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/token`,
    asked,
    answer: (status, body) => {
      said = { status, body };
    },
    close: () => void server.close(),
  };
}
