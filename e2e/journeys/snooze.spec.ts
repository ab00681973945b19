import { expect } from "@playwright/test";
import { test } from "#e2e/support/app";
import { expectAccessible } from "#e2e/support/axe";
import { draftTitle, visit, writeDraft } from "#e2e/support/pages";

const notes = (topic: string) =>
  `${topic}\n\nAttendees: Ada Lindqvist, Bo Tran\n\nActions\n- [ ] Bo: write down what ${topic} costs\n`;

test("a snoozed draft leaves one’s own queue, is listed apart, and is woken or brought back by undo", {
  tag: "@database",
}, async ({ as }) => {
  const page = await as("ada");
  await writeDraft(page, notes("the attic"));
  const queue = page.getByRole("region", { name: "Queue" });
  const row = queue.getByRole("link", { name: "the attic" });
  await page.keyboard.press("s");
  const dialog = page.getByRole("dialog", { name: "Snooze “the attic”" });
  await expectAccessible(page);
  await dialog.getByRole("button", { name: /^Tomorrow/ }).click();
  const undo = page.getByRole("region", { name: "Undo" });
  await expect(undo).toContainText("Snoozed until");
  await page.keyboard.press("u");
  await expect(queue.getByText("Taken back", { exact: true })).toBeVisible();
  await expect(page).toHaveURL(/drf_/);
  await visit(page, page.url());
  await expect(draftTitle(page)).toHaveText("the attic");

  await page.keyboard.press("s");
  await dialog.getByRole("button", { name: /^Tomorrow/ }).click();
  await expect(undo).toContainText("Snoozed until");
  await visit(page, "/reviews");
  await expect(row).toHaveCount(0);
  await page.getByRole("combobox", { name: "Show" }).selectOption({ label: "Snoozed 1" });
  await expect(row).toContainText("snoozed");
  await row.click();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Wake it now" }).click();
  await page.getByRole("combobox", { name: "Show" }).selectOption("waiting");
  await expect(row).toBeVisible();
});

test("a draft snoozed while the snooze before is being taken back is snoozed", async ({ as }) => {
  const page = await as("ada");
  await writeDraft(page, notes("the porch"));
  const row = page.getByRole("region", { name: "Queue" }).getByRole("link", { name: "the porch" });
  await expect(row).toBeVisible();
  // Nothing is answered before the second one was pressed.
  const pressed = Promise.withResolvers<void>();
  await page.route(/\/reviews/, async (route) => {
    if (route.request().headers()["next-action"]) await pressed.promise;
    await route.continue();
  });
  const dialog = page.getByRole("dialog", { name: "Snooze “the porch”" });
  const undo = page.getByRole("region", { name: "Undo" });
  await page.keyboard.press("s");
  await dialog.getByRole("button", { name: /^Tomorrow/ }).click();
  await expect(undo).toContainText("Snoozed until");
  await page.keyboard.press("u");
  await undo.getByRole("link", { name: "the porch" }).click();
  await expect(draftTitle(page)).toHaveText("the porch");
  await page.keyboard.press("s");
  await dialog.getByRole("button", { name: /^Tomorrow/ }).click();
  await expect(dialog).toHaveCount(0);
  const answers: number[] = [];
  page.on("response", (response) => {
    if (response.request().headers()["next-action"]) answers.push(response.status());
  });
  pressed.resolve();
  // Snoozed, woken, snoozed.
  await expect.poll(() => answers).toEqual([200, 200, 200]);
  await page.unrouteAll({ behavior: "wait" });
  await visit(page, "/reviews");
  await expect(row).toHaveCount(0);
  await page.getByRole("combobox", { name: "Show" }).selectOption("snoozed");
  await expect(row).toContainText("snoozed");
});
