import { expect, type Page } from "@playwright/test";
import { NAUGHTY, RUNNABLE } from "#e2e/attacks/hostile/naughty";
import { test } from "#e2e/support/app";
import { draftTitle, visit } from "#e2e/support/pages";

/** Those that fit on a line of notes, so that they come out as they went in. */
const LINES = [...new Set(NAUGHTY)].filter(
  (scrap) => /[\p{L}\p{N}]/u.test(scrap) && !/[\p{C}\s]{2}|\p{Cc}|\p{Cs}/u.test(scrap),
);
const NOTES = `The weekly

Attendees: Ada Lindqvist

Decisions
${LINES.map((scrap) => `- We keep the walrus ${scrap} as it is.`).join("\n")}

Actions
${RUNNABLE.map((scrap) => `- [ ] Ada: look at the walrus ${scrap} tomorrow`).join("\n")}
`;

/** Nothing of it has become part of the page, and all of `shown` stands there to be read. */
async function expectRead(page: Page, shown: string[]): Promise<void> {
  for (const words of shown) await expect(page.locator("body")).toContainText(words);
  await expect(
    page.locator(
      "main :is(script, style, iframe, object, form[action], img[src='x'], math, [onerror], [onload], [onfocus], [onmouseover])",
    ),
  ).toHaveCount(0);
  await expect(page.locator("a[href^='javascript:' i], link[href*='evil.example']")).toHaveCount(0);
  await expect(page).not.toHaveTitle(/^pwned/);
}

test("strings that browsers run are text wherever they are shown", async ({ as }) => {
  const page = await as("ada");
  page.on("dialog", () => expect.soft("a dialog", "opened by a string").toBe("none"));

  await test.step("at the desk and in the queue", async () => {
    await visit(page, "/sources/new");
    await page.getByRole("textbox", { name: "Text of the source" }).fill(NOTES);
    await page.getByRole("textbox", { name: "Title" }).fill(`${RUNNABLE[0]} weekly`);
    await page.getByRole("button", { name: "Store and write" }).click();
    await page.getByRole("link", { name: "Open the draft" }).click();
    await expect(draftTitle(page)).toContainText("<script>");
    await expectRead(page, RUNNABLE.map(firstOf));
    await visit(page, "/reviews");
    await expect(page.getByRole("region", { name: "Queue" })).toContainText("<script>");
    await expectRead(page, []);
  });

  await test.step("in the minutes and in every list", async () => {
    await page.getByRole("button", { name: /^Approve/ }).click();
    await expect(page.getByRole("heading", { name: "Nothing waits for you" })).toBeVisible();
    for (const path of ["/", "/actions", "/decisions", "/documents", "/runs", "/log"]) {
      await visit(page, path);
      await expectRead(page, []);
    }
    await visit(page, "/documents");
    await page
      .getByRole("link", { name: /weekly/ })
      .first()
      .click();
    await expect(page.getByRole("heading", { level: 1 })).toContainText("<script>");
    await expectRead(page, ["<iframe srcdoc=", "<svg/onload="]);
  });

  await test.step("found, and in the palette", async () => {
    await page.keyboard.press("Control+k");
    await page.getByRole("combobox", { name: "Search or run a command" }).fill("walrus");
    await expect(page.getByRole("option", { name: /walrus/ }).first()).toBeVisible();
    await expectRead(page, ["walrus"]);
    await page.getByRole("combobox", { name: "Search or run a command" }).fill(RUNNABLE[0]!);
    await expectRead(page, []);
  });
});

/** As much of it as a statement of forty words surely has. */
function firstOf(scrap: string): string {
  return scrap.slice(0, 16);
}
