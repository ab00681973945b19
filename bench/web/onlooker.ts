import { get } from "node:http";
import type { LiveEvent } from "#lib/log/live-queries";

/** A browser that only looks on. */
export type Onlooker = {
  /** When it heard that a draft was approved, by the draft's id, as performance.now(). */
  heard: Map<string, number>;
  /** How often it was told to load the page again, because it may have missed something. */
  reloads: () => number;
  /** Whether its stream ended before it was closed. */
  ended: () => boolean;
  close: () => void;
};

/** Opens the live stream and stays on it. Resolves when the stream has begun. */
export function lookOn(url: string, cookie: string): Promise<Onlooker> {
  const heard = new Map<string, number>();
  let reloads = 0;
  let ended = false;
  let rest = "";
  const hear = (frame: string) => {
    if (frame.startsWith("event: reload")) reloads++;
    const data = /^data: (\{.*"draft\.approved".*)$/m.exec(frame)?.[1];
    if (data) heard.set((JSON.parse(data) as LiveEvent).draftId ?? "", performance.now());
  };
  return new Promise((resolve, reject) => {
    const request = get(`${url}/api/events`, { agent: false, headers: { cookie } }, (response) => {
      if (response.statusCode !== 200) return reject(new Error(`A stream answered ${response.statusCode}.`));
      response.setEncoding("utf8");
      response.on("data", (text: string) => {
        const frames = (rest + text).split("\n\n");
        rest = frames.pop() ?? "";
        frames.forEach(hear);
      });
      response.on("close", () => {
        ended = true;
      });
      resolve({ heard, reloads: () => reloads, ended: () => ended, close: () => request.destroy() });
    });
    request.on("error", (error) => (ended ? undefined : reject(error)));
  });
}
