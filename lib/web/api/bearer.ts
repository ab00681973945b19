import type { TokenScope } from "#drizzle/schema/tokens";
import type { Ports, UserCtx } from "#lib/events/context";
import { findLiveToken } from "#lib/tokens/queries";
import { type Quota, REQUEST_QUOTA, takeRequest } from "#lib/tokens/take-request";
import { Refused } from "#lib/web/api/problem";
import { visitorOf } from "#lib/web/visitor";

/** A program that may ask: in whose name, how far, and what to tell it of its quota. */
export type Bearer = {
  ctx: UserCtx;
  tokenId: string;
  scopes: TokenScope[];
  /** RateLimit and RateLimit-Policy, for every answer. */
  headers: Record<string, string>;
};

const SECONDS = REQUEST_QUOTA.windowMs / 1000;
const POLICY = `"requests";q=${REQUEST_QUOTA.most};w=${SECONDS}`;
const WANTED = 'Bearer realm="Countersign"';

/**
 * The bearer of a request, by its Authorization header alone: neither cookies nor the address count. Takes one request
 * of the token's quota.
 */
export async function bearerOf(ports: Ports, request: Request, door: "api" | "mcp"): Promise<Bearer> {
  const sent = request.headers.get("authorization");
  if (sent === null) throw unauthorized(WANTED, "Send the token as: Authorization: Bearer cs_…");
  const secret = /^Bearer +(\S+)$/i.exec(sent)?.[1];
  const token = secret && (await findLiveToken(ports, secret));
  if (!token)
    throw unauthorized(
      `${WANTED}, error="invalid_token"`,
      "The token is not known, was revoked, has expired, or its person is no longer here.",
    );
  const quota = await takeRequest(ports, token.id);
  const headers = quotaHeaders(quota);
  if (!quota.allowed)
    throw new Refused(
      "too-many-requests",
      `A token makes at most ${REQUEST_QUOTA.most} requests in ${SECONDS} seconds. Try again in ${quota.resetSeconds} s.`,
      { headers: { ...headers, "Retry-After": String(quota.resetSeconds) } },
    );
  const actor = { kind: "user", id: token.userId, name: token.userName, role: token.role } as const;
  const { address } = visitorOf(request.headers);
  const from = { door, address, device: `the token “${token.name}”` };
  return { ctx: { ...ports, actor, from }, tokenId: token.id, scopes: token.scopes, headers };
}

/** Refuses a bearer whose token doesn't have a scope, or no longer has it because of its person's role. */
export function demandScope({ scopes }: Pick<Bearer, "scopes">, scope: TokenScope): void {
  if (scopes.includes(scope)) return;
  throw new Refused(
    "insufficient-scope",
    `This needs a token with ${scope}, of somebody whose role allows it.`,
    {
      headers: { "WWW-Authenticate": `${WANTED}, error="insufficient_scope", scope="${scope}"` },
    },
  );
}

function unauthorized(challenge: string, detail: string): Refused {
  return new Refused("unauthorized", detail, { headers: { "WWW-Authenticate": challenge } });
}

// draft-ietf-httpapi-ratelimit-headers-10, https://datatracker.ietf.org/doc/draft-ietf-httpapi-ratelimit-headers/
function quotaHeaders({ left, resetSeconds }: Quota): Record<string, string> {
  return { "RateLimit-Policy": POLICY, RateLimit: `"requests";r=${left};t=${resetSeconds}` };
}
