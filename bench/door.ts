import { readFileSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import type { CastKey } from "#e2e/support/cast";
import { sessionIdOf } from "#e2e/support/company";
import { sessionCookie } from "#e2e/support/session-cookie";

/** What a server action answers. */
export type Answer =
  | { ok: true; [key: string]: unknown }
  | { ok: false; code: string; message: string; conflict?: { by: string; what: string } };
/** Calls a server action as somebody; null where no answer came, so that nobody knows whether it was done. */
export type Door = {
  call: (action: string, input: unknown) => Promise<Answer | null>;
  /** The ids of drafts on the first page of the queue; none where the server is away. */
  queue: () => Promise<string[]>;
};

const PAUSE_MS = 150;

/** The door of somebody of the cast to a Countersign that may be away at any moment. */
export async function openDoor(url: string, who: CastKey, secret: string): Promise<Door> {
  const { name, value } = await sessionCookie(sessionIdOf(who), secret, url);
  const headers = { cookie: `${name}=${value}`, origin: url };
  const served = servedActions();
  return {
    call: async (action, input) => {
      const { id, at } = served.get(action) ?? { id: "", at: "/" };
      const body = JSON.stringify([input]);
      const sent = { ...headers, "next-action": id, "content-type": "text/plain;charset=UTF-8" };
      const text = await textOf(fetch(url + at, { method: "POST", headers: sent, body }));
      const line = /^\d+:(\{"ok":.*)$/m.exec(text ?? "")?.[1];
      if (line) return JSON.parse(line) as Answer;
      await wait(PAUSE_MS);
      return null;
    },
    queue: async () => {
      const text = await textOf(fetch(`${url}/reviews`, { headers }));
      return [...new Set(text?.match(/drf_[0-9a-z]+/g))];
    },
  };
}

// A server that dies while it answers ends the answer early; what of it arrived may be whole all the same.
async function textOf(asked: Promise<Response>): Promise<string | null> {
  try {
    const answer = await asked;
    return await answer.text();
  } catch {
    return null;
  }
}

function servedActions(): Map<string, { id: string; at: string }> {
  const manifest: { node: Record<string, { workers: object; filename: string; exportedName: string }> } =
    JSON.parse(readFileSync(".next/server/server-reference-manifest.json", "utf8"));
  return new Map(
    Object.entries(manifest.node).map(([id, { workers, filename, exportedName }]) => {
      const pages = Object.keys(workers);
      const page = pages.find((path) => !path.includes("[")) ?? pages[0] ?? "";
      const at = page.replace(/^app|\/page$|\/\([^)]*\)|\/\[\w+\]/g, "") || "/";
      return [`${filename.replace(/^app\/\([^)]*\)\//, "")}: ${exportedName}`, { id, at }];
    }),
  );
}
