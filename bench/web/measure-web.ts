import type { Browser } from "@playwright/test";
import { report, round } from "#bench/measure";
import { seedMeetings } from "#bench/seed";
import { copyWithEmptyPage } from "#bench/web/copy";
import { type Asked, measureAnswers, measureLoad } from "#bench/web/load";
import { type Looked, measureLooks, measureSteps, openBrowser } from "#bench/web/look";
import { watchMemory } from "#bench/web/memory";
import { besidePeers, type PageFigures } from "#bench/web/peers";
import { measureScroll, openRows, ROWS } from "#bench/web/scroll";
import { makeHome, openHome, sessionIdOf } from "#e2e/support/company";
import { startServer } from "#e2e/support/server";
import { cookieHeader, sessionCookie } from "#e2e/support/session-cookie";

const SECRET = "a-secret-for-the-bench-that-is-long-enough";
type Load = Awaited<ReturnType<typeof measureLoad>>;

const TURNS = 3;
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

/** What a page and the empty one answer under load, in turns: how fast the machine is changes by the minute. */
async function measureBeside(asked: Asked, empty: Asked) {
  const turns: (readonly [Load, Load])[] = [];
  for (let n = 0; n < TURNS; n++) turns.push([await measureLoad(asked), await measureLoad(empty)] as const);
  const sum = (which: 0 | 1) => turns.reduce((all, turn) => all + turn[which].per_second, 0);
  return {
    per_second: round(sum(0) / TURNS),
    p95_ms: Math.max(...turns.map(([{ p95_ms }]) => p95_ms)),
    empty_per_second: round(sum(1) / TURNS),
    x_empty_per_second: round(sum(0) / sum(1)),
  };
}

async function measureServer(env: Record<string, string>, folder: string, meetings: number): Promise<void> {
  const server = await startServer(env, "start", folder);
  const browser = await openBrowser();
  const memory = watchMemory(server.pid);
  try {
    const cookie = await sessionCookie(sessionIdOf("ada"), SECRET, server.url);
    const header = await cookieHeader(sessionIdOf("ada"), SECRET, server.url);
    const line = { database: "postgres", meetings };
    const empty = { url: server.url + PAGES.empty, cookie: header };
    let floor: (PageFigures & { js_kb: number }) | undefined;
    for (const [page, path] of Object.entries(PAGES)) {
      const asked = { url: server.url + path, cookie: header };
      const figures = await measurePage(browser, asked, { url: asked.url, cookies: [cookie] }, empty);
      floor ??= figures;
      const over = { js_over_empty_kb: round(figures.js_kb - floor.js_kb) };
      report({ bench: `page: ${page}`, ...line, ...figures, ...over });
      if (figures === floor) continue;
      // Pages a second beside those of the empty page in the same turns.
      const beside = besidePeers(figures, { ...floor, per_second: figures.empty_per_second });
      report({ bench: `beside peers: ${page}`, ...line, ...beside });
    }
    await measureDesk(browser, { url: `${server.url}/reviews`, cookies: [cookie] }, empty.url, line);
    report({ bench: "memory", ...line, start_mb: memory.start, peak_mb: memory.stop() });
  } finally {
    memory.stop();
    await browser.close();
    await server.stop();
  }
}

async function measurePage(browser: Browser, asked: Asked, looked: Looked, empty: Asked) {
  const answers = await measureAnswers(asked);
  const beside = await measureBeside(asked, empty);
  const looks = await measureLooks(browser, looked, "loopback");
  const slow = await measureLooks(browser, looked, "slow");
  return {
    ...answers,
    ...looks,
    slow_visible_ms: slow.visible_ms,
    slow_usable_ms: slow.usable_ms,
    ...beside,
  };
}

/** Walking and deciding from the keyboard, and scrolling where there is enough to scroll. */
async function measureDesk(
  browser: Browser,
  queue: Looked,
  emptyUrl: string,
  line: { database: string; meetings: number },
): Promise<void> {
  for (const on of ["loopback", "weak", "slow"] as const) {
    const { walk, decision } = await measureSteps(browser, queue, on);
    report({ bench: "key to the next draft", on, ...line, ...walk });
    report({ bench: "approval to the next draft", on, ...line, ...decision });
  }
  if (line.meetings < 3 * ROWS) return;
  const scrolled = await openRows(browser, queue, emptyUrl);
  for (const on of ["loopback", "weak"] as const)
    report({ bench: "scrolling", on, ...line, ...(await measureScroll(scrolled, on)) });
  await scrolled.close();
}
