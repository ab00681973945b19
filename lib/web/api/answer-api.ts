import type { Ports } from "#lib/events/context";
import { type Bearer, bearerOf, demandScope } from "#lib/web/api/bearer";
import { describeApi } from "#lib/web/api/describe-api";
import { givenTo } from "#lib/web/api/given";
import { operationsAt } from "#lib/web/api/operations";
import { performOnce } from "#lib/web/api/perform-once";
import { problemResponse, Refused } from "#lib/web/api/problem";
import { refusedFrom } from "#lib/web/api/refused-from";

const ROOT = "/api/v1";
const DESCRIPTION = "/openapi.json";

/** Answers a request below /api/v1. Never throws: what can't be done is told as a problem, RFC 9457. */
export async function answerApi(ports: Ports, request: Request): Promise<Response> {
  const response = await answer(ports, request);
  return request.method === "HEAD" ? new Response(null, response) : response;
}

async function answer(ports: Ports, request: Request): Promise<Response> {
  let bearer: Bearer | undefined;
  try {
    const path = new URL(request.url).pathname.slice(ROOT.length);
    const method = request.method === "HEAD" ? "GET" : request.method;
    if (path === DESCRIPTION) return description(method);
    const { operation, fields } = find(path, method);
    bearer = await bearerOf(ports, request, "api");
    demandScope(bearer, operation.scope);
    const { input, leftOut } = await givenTo(operation, request, fields);
    const { told, replayed } = await performOnce(bearer, operation, input, request);
    return Response.json(leftOut ? { ...(told.body as object), leftOut } : told.body, {
      status: told.status,
      headers: {
        ...bearer.headers,
        "Cache-Control": "no-store",
        ...(told.location && { Location: told.location }),
        ...(replayed && { "Idempotent-Replayed": "true" }),
      },
    });
  } catch (error) {
    const refused = refusedFrom(error);
    return problemResponse(
      new Refused(refused.kind, refused.message, {
        ...refused.extras,
        headers: { ...bearer?.headers, ...refused.headers },
      }),
    );
  }
}

function find(path: string, method: string) {
  const found = operationsAt(path);
  const one = found.find(({ operation }) => operation.method === method);
  if (one) return one;
  if (found.length === 0)
    throw new Refused("not-found", `There is no such address. See ${ROOT}${DESCRIPTION}.`);
  throw notAllowed(found.map(({ operation }) => operation.method));
}

/** Tells nothing that isn't in the documentation, so it needs no token. */
function description(method: string): Response {
  if (method !== "GET") throw notAllowed(["GET"]);
  return Response.json(describeApi(), { headers: { "Cache-Control": "no-cache" } });
}

function notAllowed(methods: string[]): Refused {
  const allowed = methods.join(", ");
  return new Refused("method-not-allowed", `Here it is ${allowed}.`, { headers: { Allow: allowed } });
}
