import { expect, type Page } from "@playwright/test";
import { test } from "#e2e/support/app";
import { expectAccessible } from "#e2e/support/axe";
import { draftTitle, visit, writeDraft } from "#e2e/support/pages";

const notes = (topic: string) =>
  `${topic}\n\nAttendees: Ada Lindqvist, Bo Tran\n\nDecisions\n- We keep ${topic} as it is.\n\nActions\n- [ ] Bo: write down what ${topic} costs\n`;

const row = (page: Page, topic: string) =>
  page.getByRole("region", { name: "Queue" }).getByRole("link", { name: topic });
const held = (page: Page) => page.getByText("Held by you");
const readBy = (page: Page, name: string) =>
  page.getByRole("status").filter({ hasText: `${name} is reading this, until` });

test("who opens a draft holds it: others see by whom, are refused, and may take it over", {
  tag: "@database",
}, async ({ as }) => {
  const [ada, bo] = [await as("ada"), await as("bo")];
  await writeDraft(ada, notes("the garage"));
  await expect(held(ada)).toBeVisible();

  await visit(bo, ada.url());
  await expect(readBy(bo, "Ada")).toBeVisible();
  await expect(row(bo, "the garage")).toContainText("Ada reads");
  const approve = (page: Page) => page.getByRole("button", { name: /^Approve/ });
  const why = (page: Page, name: string) =>
    page.getByText(`${name} is reading this. Take it over to decide.`);
  await expect(approve(bo)).toHaveAttribute("aria-disabled", "true");
  await bo.keyboard.press("a");
  await expect(why(bo, "Ada")).toBeFocused();
  await bo.keyboard.press("r");
  await expect(bo.getByRole("dialog")).toHaveCount(0);
  await expectAccessible(bo);

  await bo.getByRole("button", { name: "Take over" }).click();
  await expect(held(bo)).toBeVisible();
  await expect(readBy(ada, "Bo")).toBeVisible();
  await expect(held(ada)).toHaveCount(0);
  await expect(approve(ada)).toHaveAttribute("aria-disabled", "true");
  await ada.keyboard.press("a");
  await expect(why(ada, "Bo")).toBeFocused();

  await visit(bo, "/actions");
  await expect(readBy(ada, "Bo")).toHaveCount(0);
  await expect(approve(ada)).not.toHaveAttribute("aria-disabled");
});

test("a draft is handed over with a note: it is the receiver’s, and the giver’s page lets it be", {
  tag: "@database",
}, async ({ as }) => {
  const [ada, bo] = [await as("ada"), await as("bo")];
  await writeDraft(ada, notes("the cellar"));
  await expect(held(ada)).toBeVisible();
  const address = ada.url();

  await ada.keyboard.press("h");
  const dialog = ada.getByRole("dialog", { name: "Hand over “the cellar”" });
  await expectAccessible(ada);
  await dialog.getByRole("combobox", { name: "To" }).selectOption({ label: "Hugo Marchetti" });
  await dialog.getByRole("button", { name: "Hand over" }).click();
  await expect(dialog.getByRole("alert")).toContainText(
    "The source of this draft is not shared with Hugo Marchetti.",
  );
  await dialog.getByRole("combobox", { name: "To" }).selectOption({ label: "Bo Tran" });
  await dialog.getByRole("textbox", { name: "Note, if any" }).fill("You know what it costs");
  await dialog.getByRole("button", { name: "Hand over" }).click();
  await expect(dialog).toHaveCount(0);
  await expect(ada.getByRole("region", { name: "Undo" })).toContainText("Handed over to Bo Tran");

  await visit(ada, address);
  await expect(ada.getByText("You handed this over to Bo Tran.")).toBeVisible();
  await ada.getByRole("region", { name: "Draft text" }).click();

  await visit(bo, "/reviews");
  await bo.getByRole("combobox", { name: "Show" }).selectOption({ label: "Handed to me 1" });
  await row(bo, "the cellar").click();
  await expect(draftTitle(bo)).toHaveText("the cellar");
  await expect(bo.getByText("Ada Lindqvist handed this over to you.")).toBeVisible();
  await expect(bo.getByText("“You know what it costs”")).toBeVisible();
  await expectAccessible(bo);
  await expect(held(bo)).toBeVisible();
  await expect(readBy(ada, "Bo")).toBeVisible();
  await expect(held(ada)).toHaveCount(0);
  await expect(readBy(bo, "Ada")).toHaveCount(0);
  await visit(bo, "/notices");
  await expect(bo.getByText("Ada Lindqvist handed “the cellar” over to you")).toBeVisible();
});
