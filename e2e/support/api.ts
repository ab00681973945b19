import type { ValidateFunction } from "ajv";
import Ajv from "ajv/dist/2020.js";
import { TOKEN_SCOPES, type TokenScope } from "#drizzle/schema/tokens";
import type { UserCtx } from "#lib/events/context";
import { createToken } from "#lib/tokens/create-token";
import { scopesOf } from "#lib/tokens/policy";
import { answerApi } from "#lib/web/api/answer-api";
import { describeApi } from "#lib/web/api/describe-api";
import { OPERATIONS } from "#lib/web/api/operations";

/** What a program asks; `body` is sent as JSON unless it is text already. */
export type ApiRequest = {
  method?: string;
  body?: unknown;
  headers?: Record<string, string>;
};

/** What it is answered. `body` is read as JSON; null where there is none. */
// biome-ignore lint/suspicious/noExplicitAny: A test looks at what it knows is there.
export type ApiAnswer = { status: number; headers: Headers; body: any };

/** Asks at an address below /api/v1. */
export type AskApi = (path: string, request?: ApiRequest) => Promise<ApiAnswer>;

const ORIGIN = "http://localhost:3000";

/** A new token of somebody's, with every scope that their role allows unless others are given. */
export async function tokenOf(
  ctx: UserCtx,
  scopes: TokenScope[] = scopesOf(ctx.actor.role),
): Promise<string> {
  return (await createToken(ctx, { name: "Test", scopes, days: 30 })).secret;
}

/** Asks with a token, without a server in between. Each answer is held to the description. */
export function apiWith(ctx: UserCtx, secret: string | null): AskApi {
  return async (path, request = {}) => {
    const response = await answerApi(ctx, requestFor(path, secret, request));
    return heldToDescription(path, request.method ?? "GET", response);
  };
}

/** Asks as somebody with a token of their own. */
export async function apiAs(ctx: UserCtx, scopes?: TokenScope[]): Promise<AskApi> {
  return apiWith(ctx, await tokenOf(ctx, scopes));
}

/** The request of a program. */
export function requestFor(
  path: string,
  secret: string | null,
  { method = "GET", body, headers = {} }: ApiRequest,
  origin = ORIGIN,
): Request {
  const text = typeof body === "string" || body === undefined ? body : JSON.stringify(body);
  return new Request(`${origin}/api/v1${path}`, {
    method,
    body: text,
    headers: {
      ...(secret && { authorization: `Bearer ${secret}` }),
      ...(text !== undefined && { "content-type": "application/json" }),
      ...headers,
    },
  });
}

/** Reads an answer, and throws where the description of the API doesn't know it. */
export async function heldToDescription(
  path: string,
  method: string,
  response: Response,
): Promise<ApiAnswer> {
  const { status, headers } = response;
  const text = await response.text();
  const body = text === "" ? null : JSON.parse(text);
  const type = headers.get("content-type")?.split(";")[0];
  if (method !== "HEAD") {
    const check = path.startsWith("/openapi.json") ? () => true : validatorOf(path, method, status);
    const expected = status < 400 ? "application/json" : "application/problem+json";
    if (type !== expected || !check(body))
      throw new Error(
        `${method} ${path} answers ${status} ${type} against its description: ${text.slice(0, 400)}`,
      );
  }
  return { status, headers, body };
}

const description = describeApi();
const ajv = new Ajv({ strict: false, validateFormats: false });
ajv.addSchema(description, "api");
const compiled = new Map<string, ValidateFunction>();

// What no operation answers, such as an unknown address, is a problem too.
function validatorOf(path: string, method: string, status: number): (body: unknown) => boolean {
  const found = OPERATIONS.find(
    (one) =>
      one.method === method &&
      new RegExp(`^${one.path.replace(/\{\w+\}/g, "[^/]+")}$`).test(path.split("?")[0] as string),
  );
  const pointer = found
    ? `/paths/${escaped(found.path)}/${method.toLowerCase()}/responses/${status}`
    : "/components/schemas/Problem";
  if (!found) return validate(`api#${pointer}`, status >= 400);
  const place = status < 400 ? "/content/application~1json/schema" : "";
  const known = resolve(pointer);
  if (!known) throw new Error(`${method} ${path} answers ${status}, which its description doesn’t know.`);
  return place ? validate(`api#${pointer}${place}`) : validate("api#/components/schemas/Problem");
}

function validate(ref: string, possible = true): (body: unknown) => boolean {
  const check = compiled.get(ref) ?? ajv.compile({ $ref: ref });
  compiled.set(ref, check);
  return (body) => possible && check(body) === true;
}

function escaped(path: string): string {
  return path.replaceAll("~", "~0").replaceAll("/", "~1");
}

function resolve(pointer: string): unknown {
  return pointer
    .split("/")
    .slice(1)
    .map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"))
    .reduce<unknown>((at, part) => (at as Record<string, unknown> | undefined)?.[part], description);
}

/** Every scope there is. */
export const EVERY_SCOPE: TokenScope[] = [...TOKEN_SCOPES];
