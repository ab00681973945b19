import { expect, type Page } from "@playwright/test";
import { test } from "#e2e/support/app";
import { recordRow, seen, visit, writeDraft } from "#e2e/support/pages";

const notes = (topic: string) =>
  `${topic}\n\nAttendees: Ada Lindqvist, Bo Tran\n\nDecisions\n- We keep ${topic} as it is.\n\nActions\n- [ ] Bo: ask Zora Quist what ${topic} costs\n`;

async function openSource(page: Page, approve = false): Promise<void> {
  const evidence = page.getByRole("region", { name: "Evidence" });
  const source = await evidence.getByRole("link", { name: "Open the source" }).getAttribute("href");
  if (approve) {
    // The desk goes on before the server has heard of the approval.
    const answer = page.waitForResponse(
      (response) => response.request().method() === "POST" && response.url().includes("/reviews"),
    );
    await page.getByRole("button", { name: /^Approve/ }).click();
    await answer;
    await expect(page.getByRole("region", { name: "Undo" })).toBeVisible();
  }
  await visit(page, source ?? "");
}

test("words that should not have come in are taken out, also of what waits for a decision", {
  tag: "@database",
}, async ({ as }) => {
  const [ada, bo] = [await as("ada"), await as("bo")];
  await writeDraft(ada, notes("the awning"));
  await visit(bo, ada.url());
  await openSource(ada);
  await ada.getByRole("button", { name: "Take words out" }).click();
  const dialog = ada.getByRole("dialog", { name: "Take words out of this source?" });
  const look = dialog.getByRole("button", { name: "Look what goes" });
  const takeOut = dialog.getByRole("button", { name: "Take the words out" });
  await dialog.getByRole("textbox").fill("Zora Quest");
  await expect(takeOut).toBeDisabled();
  await look.click();
  await expect(dialog.getByRole("alert")).toContainText("Copy them as it has them");
  await dialog.getByRole("textbox").fill("Zora Quist");
  await look.click();
  const preview = dialog.getByRole("status");
  await expect(preview).toContainText("They stand in 1 place of the source.");
  await expect(preview).toContainText("Dropped, because it was written from those sentences: 1 point.");
  await expect(preview.getByRole("listitem")).toContainText("Zora Quist what the awning costs");
  await dialog.getByRole("checkbox").uncheck();
  await expect(preview).toContainText("Kept, with the words blacked out");
  await takeOut.click();
  await expect(ada.getByRole("status").filter({ hasText: "Taken out in 1 place" })).toBeVisible();
  await expect(ada.getByRole("main")).not.toContainText("Zora");
  await expect(bo.getByRole("alert").filter({ hasText: "Ada edited" })).toBeVisible();
  await expect(bo.getByRole("region", { name: "Evidence" })).not.toContainText("Zora");
});

test("a source is deleted with its draft, and what was recorded from it stays where asked to", {
  tag: "@database",
}, async ({ as }) => {
  const [ada, bo] = [await as("ada"), await as("bo")];
  await writeDraft(ada, notes("the gutter"));
  await openSource(ada, true);
  await ada.getByRole("button", { name: "Delete the source" }).click();
  const dialog = ada.getByRole("dialog", { name: "Delete this source?" });
  await expect(dialog).toContainText("1 draft with history and evidence");
  const going = dialog.getByRole("listitem").filter({ hasText: "the gutter costs" });
  await expect(going).toBeVisible();
  await dialog.getByRole("checkbox").check();
  await expect(going).toHaveCount(0);
  await dialog.getByRole("button", { name: "Delete the source" }).click();
  await ada.waitForURL("/runs");
  await expect(ada.getByRole("link", { name: "Deleted source" })).toBeVisible();

  await visit(bo, "/actions");
  await recordRow(bo, "the gutter costs").getByRole("link").first().click();
  await expect(seen(bo, "The source was deleted, and its words with it.")).toBeVisible();
});

test("a source that was shared too widely is closed to others at once", { tag: "@database" }, async ({
  as,
}) => {
  const [ada, bo] = [await as("ada"), await as("bo")];
  await writeDraft(ada, notes("the hedge"));
  const row = bo.getByRole("region", { name: "Queue" }).getByRole("link", { name: "the hedge" });
  await visit(bo, "/reviews");
  await expect(row).toBeVisible();
  await openSource(ada);
  await ada.getByRole("button", { name: "Change who sees it" }).click();
  const dialog = ada.getByRole("dialog", { name: "Who sees this source?" });
  await dialog.getByRole("combobox", { name: "Seen by" }).selectOption("Who stored it alone");
  await dialog.getByRole("button", { name: "Change who sees it" }).click();
  await expect(ada.getByText("Seen by Ada Lindqvist.", { exact: true })).toBeVisible();
  await visit(bo, "/reviews");
  await expect(row).toHaveCount(0);
});
