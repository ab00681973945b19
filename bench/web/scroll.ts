import type { Browser, Page } from "@playwright/test";
import { round, timingOf } from "#bench/measure";
import { type Line, type Looked, openPage, slowDown } from "#bench/web/look";

export const ROWS = 10_000;
const ROW_PX = 53;
const TURNS = 3;
const SCROLLED_MS = 3_000;
const PX_PER_SECOND = 6_000;
/** A screen draws sixty times a second. */
const FRAME_MS = 1000 / 60;
const LOAD_MS = 240_000;

/** What is scrolled: the rows of the queue; as many lines of text, all of them there; a box with nothing in it. */
const SCROLLED = { ours: "[data-rows]", plain: "[data-plain]", bare: "[data-bare]" };
type Name = keyof typeof SCROLLED;
export type Scrolled = { pages: Record<Name, Page>; rows: number; close: () => Promise<void> };

/** Opens ten thousand rows of the queue, and beside them boxes of the same size that need no code. */
export async function openRows(browser: Browser, looked: Looked, emptyUrl: string): Promise<Scrolled> {
  const ours = await openPage(browser, looked, "loopback");
  await ours.goto(looked.url);
  await ours.locator("[data-rows]").waitFor();
  const rows = await loadRows(ours);
  const size = await ours.evaluate(() => {
    const box = document.querySelector("[data-rows]")!.parentElement!;
    return `width:${box.clientWidth}px;height:${box.clientHeight}px;overflow:auto`;
  });
  const line = `<li style="height:${ROW_PX - 1}px;border-bottom:1px solid">Weekly 1234<br>1 action, 1 decision</li>`;
  const plain = await openBox(
    browser,
    looked,
    emptyUrl,
    `<div style="${size}"><ul data-plain>${line.repeat(ROWS)}</ul></div>`,
  );
  const fill = `height:${ROWS * ROW_PX}px;background:linear-gradient(red,blue)`;
  const bare = await openBox(
    browser,
    looked,
    emptyUrl,
    `<div style="${size}"><div data-bare style="${fill}"></div></div>`,
  );
  const pages = { ours, plain, bare };
  return {
    pages,
    rows,
    close: async () => {
      for (const page of Object.values(pages)) await page.context().close();
    },
  };
}

async function openBox(browser: Browser, looked: Looked, url: string, html: string): Promise<Page> {
  const page = await openPage(browser, looked, "loopback");
  await page.goto(url);
  await page.evaluate((inside) => {
    document.body.innerHTML = inside;
  }, html);
  return page;
}

/** How smoothly they scroll, in turns: how fast the machine is changes by the minute. */
export async function measureScroll({ pages, rows }: Scrolled, line: Line) {
  const frames: Record<Name, number[]> = { ours: [], plain: [], bare: [] };
  const names = Object.keys(pages) as Name[];
  for (const name of names) await slowDown(pages[name], line);
  for (let turn = 0; turn < TURNS; turn++)
    for (const name of names) frames[name].push(...(await scroll(pages[name], SCROLLED[name])));
  return {
    rows,
    ...figuresOf(frames.ours),
    ...prefixed("plain", figuresOf(frames.plain)),
    ...prefixed("bare", figuresOf(frames.bare)),
  };
}

function figuresOf(frames: number[]) {
  const dropped = frames.reduce((sum, took) => sum + Math.max(0, Math.round(took / FRAME_MS) - 1), 0);
  return {
    frames: frames.length,
    dropped_percent: round((100 * dropped) / (frames.length + dropped)),
    p95_ms: timingOf(frames).p95_ms,
    slowest_ms: round(Math.max(...frames)),
  };
}

function prefixed(name: Name, figures: Record<string, number>): Record<string, number> {
  return Object.fromEntries(Object.entries(figures).map(([key, value]) => [`${name}_${key}`, value]));
}

/** Asks for one page of the queue after the other, as who scrolls to the end does. */
async function loadRows(page: Page): Promise<number> {
  await page.evaluate(
    async ({ wanted, until }) => {
      const end = performance.now() + until;
      const list = () => document.querySelector("[data-rows]");
      while ((list()?.scrollHeight ?? 0) < wanted && performance.now() < end) {
        const more = [...(list()?.querySelectorAll("button") ?? [])].find(
          ({ textContent }) => textContent === "Show more",
        );
        const scroller = list()?.parentElement;
        if (!scroller || !more) break;
        scroller.scrollTop = scroller.scrollHeight;
        more.click();
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    },
    { wanted: ROWS * ROW_PX, until: LOAD_MS },
  );
  return page.evaluate(
    (px) => Math.round((document.querySelector("[data-rows]")?.scrollHeight ?? 0) / px),
    ROW_PX,
  );
}

/** Scrolls up from the end, and looks at the time between frames. */
async function scroll(page: Page, inner: string): Promise<number[]> {
  await page.bringToFront();
  return page.evaluate(
    async ({ inner, during, speed }) => {
      const scroller = document.querySelector(inner)?.parentElement;
      if (!scroller) throw new Error("Nothing scrolls.");
      scroller.scrollTop = scroller.scrollHeight;
      const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
      for (let n = 0; n < 30; n++) await frame();
      const between: number[] = [];
      const begin = await frame();
      let last = begin;
      while (last - begin < during) {
        const now = await frame();
        scroller.scrollTop -= (speed * (now - last)) / 1000;
        between.push(now - last);
        last = now;
      }
      return between;
    },
    { inner, during: SCROLLED_MS, speed: PX_PER_SECOND },
  );
}
