import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";

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

/** The door of whoever has a session to a Countersign, built in `folder`, that may be away at any moment. */
export function openDoor(url: string, cookie: string, folder = "."): Door {
  const headers = { cookie, origin: url };
  const served = servedActions(folder);
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

function servedActions(folder: string): Map<string, { id: string; at: string }> {
  const manifest: { node: Record<string, { workers: object; filename: string; exportedName: string }> } =
    JSON.parse(readFileSync(join(folder, ".next/server/server-reference-manifest.json"), "utf8"));
  return new Map(
    Object.entries(manifest.node).map(([id, { workers, filename, exportedName }]) => {
      const pages = Object.keys(workers);
      const page = pages.find((path) => !path.includes("[")) ?? pages[0] ?? "";
      const at = page.replace(/^app|\/page$|\/\([^)]*\)|\/\[\w+\]/g, "") || "/";
      return [`${filename.replace(/^app\/\([^)]*\)\//, "")}: ${exportedName}`, { id, at }];
    }),
  );
}
