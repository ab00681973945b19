import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** Holds a page, as it stands, to WCAG 2.2 AA, in light and in dark. */
export async function expectAccessible(page: Page): Promise<void> {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    const { violations } = await new AxeBuilder({ page }).withTags(WCAG).analyze();
    const said = violations.flatMap(({ id, help, nodes }) =>
      nodes.map((node) => `${id}: ${help}\n${node.target.join(" ")}\n${node.failureSummary}`),
    );
    expect(said, `axe on ${page.url()}, ${colorScheme}`).toEqual([]);
  }
}
