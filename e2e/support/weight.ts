import { gzipSync } from "node:zlib";
import type { Page } from "@playwright/test";

/** Kilobytes of gzip of the scripts that a page stands on, each once. */
export async function scriptWeight(page: Page): Promise<number> {
  const addresses = await page.evaluate(() => [...document.scripts].map(({ src }) => src).filter(Boolean));
  const bodies = await Promise.all(
    [...new Set(addresses)].map(async (address) => (await page.request.get(address)).body()),
  );
  return bodies.reduce((sum, body) => sum + gzipSync(body, { level: 6 }).length, 0) / 1024;
}
