import { gzipSync } from "node:zlib";
import { type Browser, type BrowserContext, chromium, type Page, type Response } from "@playwright/test";
import { round, timingOf } from "#bench/measure";
import { type Step, type Told, tellOfItself } from "#bench/web/in-page";
import { findChromium } from "#e2e/support/chromium";

/** `slow`: a processor four times slower, over a line of 40 ms and 10 Mbit/s; `weak`: that processor alone. */
export type Line = "loopback" | "weak" | "slow";
export type Looked = { url: string; cookies: Parameters<BrowserContext["addCookies"]>[0] };

const TIMES = 5;
const STEPS = 30;
const DECISIONS = 30;
/** So long a key is given to lead to the next draft, and so often it is pressed. */
const STEP_MS = 5_000;
const TRIES = 4;
/** As long as anybody takes to see that there is a draft; the one after it is fetched meanwhile. */
const READING_MS = 700;
const SLOW = {
  offline: false,
  latency: 40,
  downloadThroughput: (10_000 * 1024) / 8,
  uploadThroughput: (10_000 * 1024) / 8,
};

export function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: findChromium(), args: ["--no-sandbox"] });
}

/** Cold loads: until the first row of the list is seen, until React has taken it over, and what was fetched for it. */
export async function measureLooks(browser: Browser, looked: Looked, line: Line) {
  const looks: Look[] = [];
  for (let n = 0; n < TIMES; n++) looks.push(await look(browser, looked, line));
  const median = (of: (look: Look) => number) => timingOf(looks.map(of)).p50_ms;
  return {
    visible_ms: median(({ visible }) => visible),
    usable_ms: median(({ usable }) => usable),
    requests: median(({ requests }) => requests),
    js_kb: median(({ scripts }) => round(scripts / 1024)),
  };
}

/**
 * From the key to the next draft: what walks on and what approves, each after as long as a person looks. Who approves
 * has looked at the evidence, or the guard against approving unread would ask.
 */
export async function measureSteps(browser: Browser, looked: Looked, line: Line) {
  const page = await openPage(browser, looked, line);
  await page.goto(looked.url);
  await page.waitForFunction(() => (globalThis as unknown as { told: Told }).told.usable !== null);
  for (let n = 0; n < STEPS; n++) await step(page, n, "j");
  for (let n = STEPS; n < STEPS + DECISIONS; n++) {
    await page.keyboard.press("]");
    await step(page, n, (await mayApprove(page)) ? "a" : "j");
  }
  const { steps } = await toldBy(page);
  await page.context().close();
  return {
    walk: timesOf(steps.filter(({ key }) => key === "j")),
    decision: timesOf(steps.filter(({ key }) => key === "a")),
  };
}

async function step(page: Page, count: number, key: string): Promise<void> {
  await page.waitForTimeout(READING_MS);
  for (let tries = 0; tries < TRIES; tries++) {
    await page.keyboard.press(key);
    if (await hasLed(page, count)) return;
    // The guard may ask, or the draft came only just now: neither is what is measured.
    await page.keyboard.press("Escape");
  }
  throw new Error(`The key ${key} led to no other draft.`);
}

function hasLed(page: Page, count: number): Promise<boolean> {
  const stepped = (n: number) => (globalThis as unknown as { told: Told }).told.steps.length > n;
  return page.waitForFunction(stepped, count, { timeout: STEP_MS }).then(
    () => true,
    () => false,
  );
}

/** Not a draft whose source was corrected since. */
async function mayApprove(page: Page): Promise<boolean> {
  return page.locator("[data-key='a']").filter({ visible: true }).isEnabled();
}

function timesOf(steps: Step[]) {
  const visible = timingOf(steps.map((step) => step.visible));
  const usable = timingOf(steps.map((step) => step.usable));
  return {
    ...visible,
    slowest_ms: round(Math.max(...steps.map((step) => step.visible))),
    usable_p50_ms: usable.p50_ms,
    usable_p95_ms: usable.p95_ms,
  };
}

type Look = { visible: number; usable: number; requests: number; scripts: number };

async function look(browser: Browser, looked: Looked, line: Line): Promise<Look> {
  const page = await openPage(browser, looked, line);
  const scripts: Response[] = [];
  let requests = 0;
  page.on("request", () => requests++);
  page.on("response", (response) => {
    if (response.request().resourceType() === "script") scripts.push(response);
  });
  const begin = Date.now();
  await page.goto(looked.url, { waitUntil: "load" });
  await page.waitForTimeout(READING_MS);
  const { origin, visible, usable } = await toldBy(page);
  if (!visible || !usable) throw new Error(`No row came into sight at ${looked.url}.`);
  const bodies = await Promise.all(scripts.map((script) => script.body()));
  await page.context().close();
  return {
    visible: origin + visible - begin,
    usable: origin + usable - begin,
    requests,
    scripts: bodies.reduce((sum, body) => sum + gzipSync(body, { level: 6 }).length, 0),
  };
}

function toldBy(page: Page): Promise<Told> {
  return page.evaluate(() => (globalThis as unknown as { told: Told }).told);
}

/** A page in a context of its own, so that nothing is in its cache. */
export async function openPage(browser: Browser, { cookies }: Looked, line: Line): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1366, height: 900 } });
  await context.addCookies(cookies);
  await context.addInitScript(tellOfItself);
  const page = await context.newPage();
  await slowDown(page, line);
  return page;
}

/** From now on the page has that processor and that line. */
export async function slowDown(page: Page, line: Line): Promise<void> {
  if (line === "loopback") return;
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  if (line === "slow") {
    await session.send("Network.enable");
    await session.send("Network.emulateNetworkConditions", SLOW);
  }
}
