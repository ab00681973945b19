import { report, round } from "#bench/measure";
import { seedMeetings } from "#bench/seed";
import { copyWithEmptyPage } from "#bench/web/copy";
import { measureAnswers, measureLoad } from "#bench/web/load";
import { measureDecisions, measureLooks, openBrowser } from "#bench/web/look";
import { watchMemory } from "#bench/web/memory";
import { makeHome, openHome, sessionIdOf } from "#e2e/support/company";
import { startServer } from "#e2e/support/server";
import { cookieHeader, sessionCookie } from "#e2e/support/session-cookie";

const SECRET = "a-secret-for-the-bench-that-is-long-enough";
/** The empty page first: the others are compared with it. */
const PAGES = { empty: "/empty", queue: "/reviews", today: "/", actions: "/actions" };

/** What a leader's browser waits for: pages of a production build on PostgreSQL, signed in, over loopback. */
export async function measureWeb(sizes: number[]): Promise<void> {
  const { env, remove } = await makeHome("cast");
  const copy = copyWithEmptyPage();
  try {
    let seeded = 0;
    for (const meetings of sizes) {
      const store = await openHome(env);
      await seedMeetings(store, seeded, meetings);
      await store.close();
      seeded = meetings;
      await measureServer({ ...env, AUTH_SECRET: SECRET }, copy.folder, meetings);
    }
  } finally {
    copy.remove();
    remove();
  }
}

async function measureServer(env: Record<string, string>, folder: string, meetings: number): Promise<void> {
  const server = await startServer(env, "start", folder);
  const browser = await openBrowser();
  const memory = watchMemory(server.pid);
  try {
    const cookie = await sessionCookie(sessionIdOf("ada"), SECRET, server.url);
    const header = await cookieHeader(sessionIdOf("ada"), SECRET, server.url);
    const line = { database: "postgres", meetings };
    let empty: { js_kb: number; per_second: number } | undefined;
    for (const [page, path] of Object.entries(PAGES)) {
      const asked = { url: server.url + path, cookie: header };
      const looked = { url: asked.url, cookies: [cookie] };
      const answers = await measureAnswers(asked);
      const looks = await measureLooks(browser, looked, "loopback");
      const slow = await measureLooks(browser, looked, "slow");
      const load = await measureLoad(asked);
      empty ??= { ...looks, ...load };
      report({
        bench: `page: ${page}`,
        ...line,
        ...answers,
        ...looks,
        slow_visible_ms: slow.visible_ms,
        slow_usable_ms: slow.usable_ms,
        ...load,
        js_over_empty_kb: round(looks.js_kb - empty.js_kb),
        x_empty_per_second: round(load.per_second / empty.per_second),
      });
    }
    const queue = { url: `${server.url}/reviews`, cookies: [cookie] };
    report({ bench: "decision", ...line, ...(await measureDecisions(browser, queue, "loopback")) });
    report({ bench: "decision, slow", ...line, ...(await measureDecisions(browser, queue, "slow")) });
    report({ bench: "memory", ...line, start_mb: memory.start, peak_mb: memory.stop() });
  } finally {
    memory.stop();
    await browser.close();
    await server.stop();
  }
}
