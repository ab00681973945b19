import { expect, type Page } from "@playwright/test";
import { test } from "#e2e/support/app";
import { expectAccessible } from "#e2e/support/axe";
import { statementRow, writeDraft } from "#e2e/support/pages";

const notes = (topic: string, day = "Wednesday") =>
  `${topic}\n\nAttendees: Ada Lindqvist, Bo Tran\n\nDecisions\n- We keep ${topic} as it is.\n\nActions\n- [ ] Bo: write down what ${topic} costs by ${day}\n- [ ] Ada: tell everybody about ${topic}\n`;

/** Corrects the source of the draft that is open, as somebody else would, on a page of its own. */
async function correct(page: Page, open: Page, text: string): Promise<void> {
  const source = await open.getByRole("link", { name: "Open the source" }).getAttribute("href");
  await page.goto(String(source));
  await page.getByRole("link", { name: "Correct the text" }).click();
  await page.getByRole("textbox", { name: "Text" }).fill(text);
  await page.getByRole("textbox", { name: "Why it is corrected" }).fill("Bo said Thursday");
  await page.getByRole("button", { name: "Store the correction" }).click();
  await expect(page.getByText("This is version 2 of the text.")).toBeVisible();
}

const band = (page: Page) => page.getByRole("status", { name: "Corrected source" });
const approve = (page: Page) => page.getByRole("button", { name: /^Approve/ });

async function reword(page: Page, words: string, text: string): Promise<void> {
  await statementRow(page, "Actions", words).dblclick();
  const editor = page.getByRole("form", { name: "Edit this action" });
  await editor.getByRole("textbox", { name: "Text" }).fill(text);
  await editor.getByRole("button", { name: "Save" }).click();
  await expect(editor).toHaveCount(0);
}

test("a corrected source is shown over its draft, which one key writes again with what people changed", {
  tag: "@database",
}, async ({ as }) => {
  const [bo, ada] = [await as("bo"), await as("ada")];
  await writeDraft(bo, notes("the lift"));
  await reword(bo, "Tell everybody", "Tell the whole house about the lift");
  await correct(ada, bo, notes("the lift", "Thursday"));

  await expect(band(bo)).toContainText("Ada Lindqvist corrected the source");
  await expect(band(bo)).toContainText("“Bo said Thursday”");
  await expect(band(bo).getByRole("deletion")).toContainText("Wednesday");
  await expect(band(bo).getByRole("insertion")).toContainText("Thursday");
  await expectAccessible(bo);
  await bo.keyboard.press("a");
  await expect(bo.getByText("The source was corrected: write the draft again")).toBeFocused();

  await bo.keyboard.press("g");
  await expect(band(bo)).toHaveCount(0);
  await expect(statementRow(bo, "Actions", "Write down what the lift costs")).toContainText("“Thursday”");
  await expect(statementRow(bo, "Actions", "Tell the whole house about the lift")).toBeVisible();
  await expect(bo.getByRole("region", { name: "Evidence" })).toContainText("by Thursday");
  await approve(bo).click();
  await expect(bo.getByRole("region", { name: "Undo" })).toContainText("the lift");
});

test("a draft can be kept for the corrected source, and says which quotes are gone", {
  tag: "@database",
}, async ({ as }) => {
  const [page, other] = [await as("bo"), await as("ada")];
  await writeDraft(page, notes("the stairs"));
  await correct(other, page, notes("the stairs", "Friday"));
  await expect(band(page)).toContainText("quote gone");
  await band(page).getByRole("button", { name: "Keep this draft" }).click();
  await expect(band(page)).toHaveCount(0);
  await expect(statementRow(page, "Actions", "Write down what the stairs cost")).toContainText("untraced");
  await expect(statementRow(page, "Actions", "Tell everybody")).toContainText("stated");
  await approve(page).click();
  await expect(page.getByRole("region", { name: "Undo" })).toContainText("the stairs");
});
