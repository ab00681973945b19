import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

// All that a theme can change.
const COLOURS = ["color-contrast", "link-in-text-block"];

// A long list repeats itself: its first rows speak for all, and a hundred would take minutes.
const REPEATED = "main :is(li, tr):nth-child(n + 16)";

/** Holds a page, as it stands, to WCAG 2.2 AA, in light and in dark. */
export async function expectAccessible(page: Page): Promise<void> {
  await page.emulateMedia({ colorScheme: "dark" });
  await expectNoViolation(page, axeOn(page).withRules(COLOURS));
  await expectAccessibleInLight(page);
}

/** The same in light alone: for another width of a page whose colours were looked at. */
export async function expectAccessibleInLight(page: Page): Promise<void> {
  await page.emulateMedia({ colorScheme: "light" });
  await expectNoViolation(page, axeOn(page).withTags(WCAG));
}

/** There are no frames to gather from, and nothing but violations is asked for: both take longer than the rules. */
function axeOn(page: Page): AxeBuilder {
  return new AxeBuilder({ page })
    .setLegacyMode(true)
    .options({ resultTypes: ["violations"] })
    .exclude(REPEATED);
}

async function expectNoViolation(page: Page, axe: AxeBuilder): Promise<void> {
  const { violations } = await axe.analyze();
  const said = violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help}\n${node.target.join(" ")}\n${node.failureSummary}`),
  );
  expect(said, `axe on ${page.url()}`).toEqual([]);
}
