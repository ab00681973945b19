import { NoAnswer, postHttp } from "#lib/channels/http-post";
import { addressOfHost } from "#lib/channels/public-host";
import { maybeDone, slackRefusal } from "#lib/channels/slack-errors";
import { isAppError } from "#lib/errors";

/** Where Slack's Web API is, unless COUNTERSIGN_SLACK_API names another address. */
const SLACK_API = "https://slack.com/api";
const WEBHOOKS = "https://hooks.slack.com";

/** A token, and the address that the environment names, if it names one. */
export type SlackAccess = { token: string; api?: string };

/**
 * What came of a call. `handedOver` where Slack may have done it without saying so. `wait` is how long Slack asks to
 * leave it alone, in milliseconds.
 */
export type SlackCall =
  | { ok: true; body: Record<string, unknown>; scopes: string[] | null }
  | { ok: false; error: string; reason: string; retry: boolean; handedOver: boolean; wait: number | null };

/** Methods that write take JSON; those that read take forms alone. */
const WRITES = /^chat\./;

/** Calls a method of Slack's Web API with a bearer token. Throws nothing that the network or Slack does. */
export async function callSlack(
  { token, api }: SlackAccess,
  method: string,
  args: Record<string, unknown>,
  signal: AbortSignal,
): Promise<SlackCall> {
  const json = WRITES.test(method);
  const type = json ? "application/json; charset=utf-8" : "application/x-www-form-urlencoded";
  const body = json ? JSON.stringify(args) : formOf(args);
  const headers = { Authorization: `Bearer ${token}`, "Content-Type": type };
  const answer = await post(new URL(`${api ?? SLACK_API}/${method}`), api, headers, body, signal);
  if ("ok" in answer) return answer;
  const said = objectIn(answer.text);
  const error = typeof said?.error === "string" ? said.error : null;
  if (said?.ok === true && answer.status < 300)
    return { ok: true, body: said, scopes: listOf(answer.scopes) };
  return refused(answer, error, typeof said?.needed === "string" ? said.needed : undefined);
}

/** Posts to an incoming webhook: answered with “ok”, or with an error in plain text. */
export async function callWebhook(
  webhook: string,
  api: string | undefined,
  args: Record<string, unknown>,
  signal: AbortSignal,
): Promise<SlackCall> {
  const headers = { "Content-Type": "application/json; charset=utf-8" };
  const answer = await post(new URL(webhook), api, headers, JSON.stringify(args), signal);
  if ("ok" in answer) return answer;
  if (answer.status === 200) return { ok: true, body: {}, scopes: null };
  return refused(answer, answer.text.trim() || null);
}

/** Whether a webhook is one of Slack's, or of the address that the environment names. */
export function isWebhook(text: string, api?: string): boolean {
  const url = URL.parse(text);
  if (!url || url.username || url.password) return false;
  return api ? url.origin === new URL(api).origin : url.origin === WEBHOOKS;
}

type Heard = { status: number; text: string; retryAfter: number | null; scopes: string | null };
type Unheard = Extract<SlackCall, { ok: false }>;

async function post(
  url: URL,
  api: string | undefined,
  headers: Record<string, string>,
  body: string,
  signal: AbortSignal,
): Promise<Heard | Unheard> {
  try {
    const host = url.hostname.replace(/^\[|\]$/g, "");
    const address = await addressOfHost(host, { privateHosts: api !== undefined });
    const plain = url.protocol === "http:" && api !== undefined;
    const answer = await postHttp({ url, plain, address, headers, body }, signal);
    return { ...answer, scopes: answer.headers["x-oauth-scopes"] ?? null };
  } catch (error) {
    if (isAppError(error)) return unheard(`${url.hostname} was not found on the Internet.`, false);
    if (!(error instanceof NoAnswer)) throw error;
    return error.handedOver
      ? unheard("Slack closed the connection or fell silent after it was handed over.", true)
      : unheard("Slack was not reached.", false);
  }
}

function unheard(reason: string, handedOver: boolean): Unheard {
  return { ok: false, error: "no_answer", reason, retry: true, handedOver, wait: null };
}

function refused({ status, retryAfter }: Heard, error: string | null, needed?: string): Unheard {
  const wait = retryAfter === null ? null : retryAfter * 1000;
  if (status === 429)
    return { ok: false, error: "ratelimited", ...slackRefusal("ratelimited"), handedOver: false, wait };
  if (status >= 500 || error === null || maybeDone(error)) {
    const reason = `Slack failed while it was asked (HTTP ${status}${error ? `, ${error.slice(0, 60)}` : ""}).`;
    return { ok: false, error: error ?? "no_answer", reason, retry: true, handedOver: true, wait };
  }
  return { ok: false, error, ...slackRefusal(error, needed), handedOver: false, wait };
}

function formOf(args: Record<string, unknown>): string {
  const fields = Object.entries(args).filter(([, value]) => value !== undefined);
  return new URLSearchParams(fields.map(([name, value]) => [name, String(value)])).toString();
}

function listOf(scopes: string | null): string[] | null {
  return scopes === null
    ? null
    : scopes
        .split(",")
        .map((scope) => scope.trim())
        .filter(Boolean);
}

function objectIn(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null;
  } catch {
    return null;
  }
}
