import type { Browser, Page } from "@playwright/test";
import { round, timingOf } from "#bench/measure";
import { type Line, type Looked, openPage } from "#bench/web/look";

export const ROWS = 10_000;
const ROW_PX = 53;
const SCROLLED_MS = 6_000;
const PX_PER_SECOND = 6_000;
/** A screen draws sixty times a second. */
const FRAME_MS = 1000 / 60;
const LOAD_MS = 240_000;

/** How smoothly ten thousand rows of the queue scroll, beside a bare box of the same height. */
export async function measureScroll(browser: Browser, looked: Looked, emptyUrl: string, line: Line) {
  const page = await openPage(browser, looked, line);
  await page.goto(looked.url);
  await page.locator("[data-rows]").waitFor();
  const rows = await loadRows(page);
  const ours = await scroll(page, "[data-rows]");
  await page.goto(emptyUrl);
  await page.evaluate((height) => {
    document.body.innerHTML = `<div style="height:600px;overflow:auto"><div data-bare style="height:${height}px;background:linear-gradient(red,blue)"></div></div>`;
  }, ROWS * ROW_PX);
  const bare = await scroll(page, "[data-bare]");
  await page.context().close();
  return {
    rows,
    ...ours,
    bare_dropped_percent: bare.dropped_percent,
    bare_p95_ms: bare.p95_ms,
  };
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
async function scroll(page: Page, inner: string) {
  const frames = await page.evaluate(
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
  const dropped = frames.reduce((sum, took) => sum + Math.max(0, Math.round(took / FRAME_MS) - 1), 0);
  const { p95_ms } = timingOf(frames);
  return {
    frames: frames.length,
    dropped_percent: round((100 * dropped) / (frames.length + dropped)),
    p95_ms,
    slowest_ms: round(Math.max(...frames)),
  };
}
