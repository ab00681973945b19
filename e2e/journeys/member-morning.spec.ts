import { expect, type Page } from "@playwright/test";
import { test } from "#e2e/support/app";
import { expectAccessible } from "#e2e/support/axe";
import { OWN_ACTION, OWN_BLOCKER, PLAN, stageMemberMorning } from "#e2e/support/mornings";
import { visit } from "#e2e/support/pages";

// One morning of Dana’s, a chapter a test.
test.describe.configure({ mode: "serial", timeout: 90_000 });
test.use({ past: { happened: stageMemberMorning } });

const box = (page: Page, name: string) => page.getByRole("textbox", { name });
const needs = (page: Page) => page.getByRole("table", { name: "What needs you" });
const rowOf = (page: Page, words: RegExp | string) =>
  needs(page).getByRole("row").filter({ hasText: words }).first();
const TESTED = "Test the restore drill";

test("Today has a member’s actions, drafts to review, blockers and update", async ({ as }) => {
  const dana = await as("dana");
  await visit(dana, "/");
  await expect(rowOf(dana, OWN_ACTION)).toBeVisible();
  await expect(rowOf(dana, "Depot visit")).toBeVisible();
  await expect(rowOf(dana, OWN_BLOCKER)).toBeVisible();
  await expect(rowOf(dana, /^.*Engineering:/).getByRole("link", { name: "Write" })).toBeVisible();
  await expectAccessible(dana);
});

test("the update begins with yesterday’s plan, and is posted in three steps", async ({ as }) => {
  const [today, dana] = [await as("dana"), await as("dana")];
  await visit(today, "/");
  await visit(dana, "/");
  await rowOf(dana, /^.*Engineering:/)
    .getByRole("link", { name: "Write" })
    .click();
  await expect(box(dana, "Since the last time")).toHaveValue(PLAN);
  await box(dana, "Today").fill(TESTED);
  await dana.getByRole("button", { name: "Post your update" }).click();
  const updates = dana.getByRole("list", { name: "Updates" });
  await expect(updates).toContainText(TESTED);
  await expect(rowOf(today, /^.*Engineering:/).getByRole("link", { name: "Change" })).toBeVisible();
  await expectAccessible(dana);

  await box(dana, "Today").fill(`${TESTED}, and write it up`);
  await dana.getByRole("button", { name: "Change your update" }).click();
  await expect(updates).toContainText("and write it up");
  await expect(updates.getByText("late", { exact: true })).toHaveCount(0);
  await dana.getByRole("button", { name: "Write the digest now" }).click();
  await expect(dana.getByText("The digest waits for a decision")).toBeVisible({ timeout: 30_000 });
  await box(dana, "Today").fill("Tell Sales");
  await dana.getByRole("button", { name: "Change your update" }).click();
  await expect(updates.getByText("late", { exact: true })).toBeVisible();
});

test("who is on leave is asked for nothing", async ({ as }) => {
  const bo = await as("bo");
  await visit(bo, "/");
  await expect(bo.getByRole("link", { name: "Write", exact: true })).toHaveCount(0);
  await visit(bo, "/notices");
  await expect(bo.getByText(/stand-up/)).toHaveCount(0);
});

test("all of it fits a phone", async ({ as }) => {
  const dana = await as("dana");
  await dana.setViewportSize({ width: 360, height: 740 });
  const wider = () => dana.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  for (const path of ["/", "/standups", "/notices"]) {
    await visit(dana, path);
    await expectAccessible(dana);
    expect(await wider()).toBeLessThanOrEqual(0);
  }
  await visit(dana, "/");
  await rowOf(dana, OWN_ACTION)
    .getByRole("button", { name: /^Complete/ })
    .click();
  await expect(rowOf(dana, OWN_ACTION)).toHaveCount(0);
});
