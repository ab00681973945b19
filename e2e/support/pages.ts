import { expect, type Locator, type Page } from "@playwright/test";
import { COMPANY } from "#e2e/support/cast";
import { type Day, localDay } from "#lib/format/dates";

/** Today in the company's time zone, from which notes without a date are read. */
export function companyToday(): Day {
  return localDay(new Date(), COMPANY.timeZone);
}

/** Opens a page, and returns when its buttons work: not before it is there in full and React has taken it over. */
export async function visit(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await page.waitForFunction(() =>
    Object.keys(document.querySelector("main h1") ?? {}).some((key) => key.startsWith("__reactFiber")),
  );
}

/** Pastes a text on the page of a new source and stores it; the source's own page is open then. */
export async function storeNotes(page: Page, text: string): Promise<void> {
  await visit(page, "/sources/new");
  await page.getByRole("textbox", { name: "Text of the source" }).fill(text);
  await page.getByRole("button", { name: "Store and write" }).click();
  await page.waitForURL(/\/sources\/src_/);
}

/** The same, up to the open draft. */
export async function writeDraft(page: Page, text: string): Promise<void> {
  await storeNotes(page, text);
  await page.getByRole("link", { name: "Open the draft" }).click();
  await expect(draftTitle(page)).toBeVisible();
}

/** The title over the draft that is open. */
export function draftTitle(page: Page): Locator {
  return page.getByRole("region", { name: "Draft text" }).getByRole("heading", { level: 2 });
}

/** The row of a statement in the open draft. */
export function statementRow(page: Page, section: string, words: string): Locator {
  return page
    .getByRole("region", { name: section, exact: true })
    .getByRole("listitem")
    .filter({ hasText: words });
}

/** What is marked in the source because the statement it belongs to is pointed at. */
export function markedQuote(page: Page): Locator {
  return page.getByRole("region", { name: "Evidence" }).locator("mark[aria-current]");
}

/** The row of a record in a list. */
export function recordRow(page: Page, words: string): Locator {
  return page.getByRole("main").getByRole("listitem").filter({ hasText: words });
}

/** Words that can be seen: some stand twice, for a wide window and for a phone. */
export function seen(place: Locator | Page, words: string): Locator {
  return place.getByText(words).filter({ visible: true });
}

/** Forgets who was signed in, away from the page, which would ask for its stream once more. */
export async function clearCookies(page: Page): Promise<void> {
  await page.goto("about:blank");
  await page.context().clearCookies();
}

/** Selects words of the source as a hand does. */
export async function selectWords(page: Page, words: string): Promise<void> {
  await page
    .getByRole("region", { name: "Evidence" })
    .getByText(words)
    .first()
    .evaluate((line, wanted) => {
      const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        const text = walker.currentNode as Text;
        const at = text.data.indexOf(wanted);
        if (at < 0) continue;
        const range = document.createRange();
        range.setStart(text, at);
        range.setEnd(text, at + wanted.length);
        document.getSelection()?.removeAllRanges();
        document.getSelection()?.addRange(range);
      }
    }, words);
}
