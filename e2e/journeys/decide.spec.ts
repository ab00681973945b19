import { expect, type Page } from "@playwright/test";
import { test } from "#e2e/support/app";
import { draftTitle, recordRow, statementRow, visit, writeDraft } from "#e2e/support/pages";

const notes = (topic: string) =>
  `${topic}\n\nAttendees: Ada Lindqvist, Bo Tran\n\nDecisions\n- We keep ${topic} as it is.\n\nActions\n- [ ] Bo: write down what ${topic} costs\n`;

async function saveText(page: Page, words: string, text: string): Promise<void> {
  await statementRow(page, "Actions", words).dblclick();
  const editor = page.getByRole("form", { name: "Edit this action" });
  await editor.getByRole("textbox", { name: "Text" }).fill(text);
  await editor.getByRole("button", { name: "Save" }).click();
  await expect(editor).toHaveCount(0);
}

test("an edited draft shows what changed, and its approval is taken back with its records", {
  tag: "@database",
}, async ({ as }) => {
  const page = await as("ada");
  await writeDraft(page, notes("the canteen"));
  await saveText(page, "Write down what the canteen costs", "Write down what the canteen costs a month");
  await page.getByRole("button", { name: /^Changes r1 → r2/ }).click();
  const action = statementRow(page, "Actions", "Write down what");
  await expect(action.getByRole("insertion")).toContainText("a month");
  await expect(page.getByRole("list", { name: "History" })).toContainText("Ada Lindqvist edited, r1 → r2");

  await page.getByRole("button", { name: /^Approve 1 decision, 1 action/ }).click();
  const undo = page.getByRole("region", { name: "Undo" });
  await expect(undo).toContainText("the canteen");
  const other = await as("bo");
  await visit(other, "/actions");
  await expect(recordRow(other, "the canteen costs a month")).toBeVisible();
  await undo.getByRole("button", { name: "Undo" }).click();

  await expect(page.getByRole("button", { name: /^Approve 1 decision, 1 action/ })).toBeVisible();
  await expect(recordRow(other, "the canteen costs a month")).toHaveCount(0);
});

test("a rejection asks why, and can be taken back", { tag: "@database" }, async ({ as }) => {
  const page = await as("ada");
  await writeDraft(page, notes("the parking"));
  await page.getByRole("button", { name: "Reject" }).click();
  const dialog = page.getByRole("dialog", { name: "Reject “the parking”" });
  await dialog.getByRole("radio").last().check();
  await dialog.getByRole("button", { name: "Reject the draft" }).click();
  await expect(dialog.getByText("Say why, so that the next draft is better.")).toBeVisible();
  await dialog.getByRole("textbox", { name: "The reason" }).fill("These are notes of another company.");
  await dialog.getByRole("button", { name: "Reject the draft" }).click();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(draftTitle(page)).toHaveText("the parking");

  await page.getByRole("button", { name: "Reject" }).click();
  await dialog.getByRole("button", { name: "Reject the draft" }).click();
  await expect(page.getByRole("region", { name: "Undo" })).toBeVisible();
  await visit(page, "/actions");
  await expect(recordRow(page, "the parking")).toHaveCount(0);
});

test("nothing is approved unseen, and each decision is taken back in its time", { tag: "@database" }, async ({
  as,
}) => {
  const page = await as("ada");
  for (const topic of ["the fridge", "the kettle", "the toaster"]) await writeDraft(page, notes(topic));
  await visit(page, "/reviews");
  const row = (topic: string) =>
    page.getByRole("region", { name: "Queue" }).getByRole("link", { name: topic });
  const approve = page.getByRole("button", { name: /^Approve/ });
  const undo = page.getByRole("region", { name: "Undo" });

  await row("the fridge").click();
  await expect(draftTitle(page)).toHaveText("the fridge");
  await approve.dblclick();
  await expect(undo).toContainText("the fridge");
  await expect(draftTitle(page)).toHaveText("the kettle");
  await expect(row("the toaster")).toBeVisible();
  await expect(row("the kettle")).toBeVisible();

  await expect(async () => {
    await page.keyboard.press("a");
    await expect(undo).toContainText("the kettle", { timeout: 500 });
  }).toPass();
  await expect(undo).toContainText("and 1 before it");
  await page.keyboard.press("u");
  await expect(draftTitle(page)).toHaveText("the kettle");
  await expect(undo).toContainText("the fridge");
  await page.keyboard.press("u");
  await expect(draftTitle(page)).toHaveText("the fridge");
  for (const topic of ["the fridge", "the kettle", "the toaster"]) await expect(row(topic)).toBeVisible();
  await expect(page.getByRole("alert").filter({ hasText: "not counted" })).toHaveCount(0);
});

/** Acts, and returns once the server has answered. */
async function answered(page: Page, act: () => Promise<void>): Promise<void> {
  const answer = page.waitForResponse((response) => response.request().method() === "POST");
  await act();
  await answer;
}

test("who is slower reads who decided and what was changed, and goes on", { tag: "@database" }, async ({
  as,
}) => {
  const [ada, bo] = [await as("ada"), await as("bo")];
  // Ada's page hears nothing: she decides on what she sees.
  await ada.route(/\/api\/(events|holds)/, () => {});
  await writeDraft(bo, notes("the printer"));
  await visit(ada, bo.url());
  await expect(draftTitle(ada)).toHaveText("the printer");
  // The page says so at once; Ada must not be faster than the requests.
  await answered(bo, () =>
    saveText(bo, "Write down what the printer costs", "Write down what the printer costs a page"),
  );
  await answered(bo, () => bo.getByRole("button", { name: /^Approve/ }).click());
  await expect(bo.getByRole("region", { name: "Undo" })).toContainText("the printer");

  await ada.getByRole("button", { name: /^Approve/ }).click();
  const refused = ada.getByRole("alert").filter({ hasText: "Bo approved" });
  await expect(refused).toContainText(/Bo approved (this|“the printer”) \d+ s ago\./);
  await expect(refused).toContainText(
    "Your approval was not counted. Bo changed 1 statement first, r1 → r2:",
  );
  await expect(refused.getByRole("insertion")).toContainText("a page");
  await refused.getByRole("button", { name: "Open r2" }).click();
  await expect(ada.getByText("by Bo Tran")).toBeVisible();
});

test("a draft that somebody writes or edits is seen at once in another browser", {
  tag: "@database",
}, async ({ as }) => {
  const [ada, bo] = [await as("ada"), await as("bo")];
  await visit(ada, "/reviews");
  await writeDraft(bo, notes("the roof"));
  const row = ada.getByRole("region", { name: "Queue" }).getByRole("link", { name: "the roof" });
  await row.click();
  await expect(draftTitle(ada)).toHaveText("the roof");
  await saveText(bo, "Write down what the roof costs", "Write down what the roof will cost");
  const news = ada.getByRole("alert").filter({ hasText: "Bo edited" });
  await expect(news.getByRole("insertion")).toContainText("will cost");
  await bo.getByRole("button", { name: "Reject" }).click();
  await bo.getByRole("button", { name: "Reject the draft" }).click();
  await expect(row).toHaveCount(0);
});

test("whoever leaves is asked while a decision, or its undo, is on its way", async ({ as }) => {
  const page = await as("ada");
  await writeDraft(page, notes("the cellar"));
  const queue = page.getByRole("region", { name: "Queue" });
  for (const [key, done] of [
    ["a", "Approved"],
    ["u", "Taken back"],
  ] as const) {
    const asked = Promise.withResolvers<void>();
    await page.route(/\/reviews/, async (route) => {
      if (route.request().headers()["next-action"]) await asked.promise;
      await route.continue();
    });
    const sent = page.waitForRequest((request) => "next-action" in request.headers());
    await page.keyboard.press(key);
    await sent;
    await expectAskedOnLeaving(page);
    await answered(page, async () => asked.resolve());
    await page.unrouteAll({ behavior: "wait" });
    await expect(queue.getByText(done).first()).toBeVisible();
  }
});

async function expectAskedOnLeaving(page: Page): Promise<void> {
  const opened = page.waitForEvent("dialog");
  await page.close({ runBeforeUnload: true });
  const dialog = await opened;
  expect(dialog.type()).toBe("beforeunload");
  await dialog.dismiss();
}
