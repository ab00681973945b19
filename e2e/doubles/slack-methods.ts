import { postedBy } from "#e2e/doubles/slack-posting";
import { BOT_USER, type SlackChannel, type SlackWorld } from "#e2e/doubles/slack-world";

/** What is answered; 200 and no headers where nothing is said. */
export type Said = { status?: number; headers?: Record<string, string>; body: unknown };
type Args = Record<string, unknown>;
type Method = { scope: string | null; answer: (world: SlackWorld, args: Args) => unknown };

export const WRITE_METHODS = new Set(["chat.postMessage"]);

const METHODS: Record<string, Method> = {
  "auth.test": { scope: null, answer: whoItIs },
  "chat.postMessage": { scope: "chat:write", answer: postMessage },
  "users.info": { scope: "users:read", answer: oneUser },
  "users.list": { scope: "users:read", answer: ({ people }, args) => pageOf("members", people, args) },
  "conversations.info": {
    scope: "channels:read",
    answer: (world, args) => inChannel(world, args, (found) => ({ ok: true, channel: shown(found) })),
  },
  "conversations.list": {
    scope: "channels:read",
    answer: ({ channels }, args) =>
      pageOf("channels", channels.filter(({ is_private }) => !is_private).map(shown), args),
  },
  "conversations.history": { scope: "channels:history", answer: history },
};

/** What Slack answers a token that calls a method. E-mail addresses need a scope of their own. */
export function answerMethod(world: SlackWorld, name: string, token: string | undefined, args: Args): Said {
  const method = METHODS[name];
  if (!method) return { body: { ok: false, error: "unknown_method" } };
  if (!token) return { body: { ok: false, error: "not_authed" } };
  const scopes = world.tokens.get(token);
  if (!scopes) return { body: { ok: false, error: "invalid_auth" } };
  if (scopes === "revoked") return { body: { ok: false, error: "token_revoked" } };
  const headers = { "X-OAuth-Scopes": scopes.join(",") };
  if (method.scope && !scopes.includes(method.scope)) {
    const body = { ok: false, error: "missing_scope", needed: method.scope, provided: scopes.join(",") };
    return { headers, body };
  }
  const body = method.answer(world, args);
  return { headers, body: scopes.includes("users:read.email") ? body : withoutEmail(body) };
}

function whoItIs({ team }: SlackWorld) {
  return {
    ok: true,
    url: team.url,
    team: team.name,
    team_id: team.id,
    user: "countersign",
    user_id: BOT_USER,
    bot_id: "B0COUNTER",
  };
}

function postMessage(world: SlackWorld, args: Args) {
  return inChannel(world, args, (found) => {
    if (found.is_private && !found.is_member) return { ok: false, error: "channel_not_found" };
    if (found.is_archived) return { ok: false, error: "is_archived" };
    if (!found.is_member) return { ok: false, error: "not_in_channel" };
    return postedBy(world, found, args);
  });
}

function oneUser({ people }: SlackWorld, { user }: Args) {
  const found = people.find(({ id }) => id === user);
  return found ? { ok: true, user: found } : { ok: false, error: "user_not_found" };
}

function history(world: SlackWorld, args: Args) {
  return inChannel(world, args, (found) => {
    if (!found.is_member) return { ok: false, error: "not_in_channel" };
    const since = String(args.oldest ?? "0");
    const all = found.messages.filter(({ ts }) => ts > since).toReversed();
    const told = args.include_all_metadata === "true" ? all : all.map(({ metadata: _, ...rest }) => rest);
    return pageOf("messages", told, args);
  });
}

function inChannel(world: SlackWorld, { channel }: Args, answer: (found: SlackChannel) => unknown) {
  const found = world.channels.find(({ id }) => id === channel);
  return found ? answer(found) : { ok: false, error: "channel_not_found" };
}

/** A list in pages: `limit` rows, and the cursor of the next, "" on the last. */
function pageOf(name: string, rows: unknown[], { limit, cursor }: Args) {
  const from = cursor ? Number(Buffer.from(String(cursor), "base64").toString()) : 0;
  if (!Number.isInteger(from)) return { ok: false, error: "invalid_cursor" };
  const most = Math.min(Number(limit ?? 100) || 100, 999);
  const next = from + most < rows.length ? Buffer.from(String(from + most)).toString("base64") : "";
  return { ok: true, [name]: rows.slice(from, from + most), response_metadata: { next_cursor: next } };
}

function shown({ messages: _, ...rest }: SlackChannel) {
  return rest;
}

function withoutEmail(body: unknown): unknown {
  return JSON.parse(JSON.stringify(body, (key, value) => (key === "email" ? undefined : value)));
}
