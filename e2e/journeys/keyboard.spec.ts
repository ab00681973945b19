import { expect, type Page } from "@playwright/test";
import { test } from "#e2e/support/app";
import { CAST, PASSWORD } from "#e2e/support/cast";
import { press, tabTo } from "#e2e/support/focus";
import { companyToday, draftTitle, markedQuote, recordRow, statementRow, visit } from "#e2e/support/pages";

const notes = (topic: string) =>
  `${topic}\n\nAttendees: Ada Lindqvist\n\nDecisions\n- We keep ${topic} as it is.\n\nActions\n- [ ] Ada: write down what ${topic} costs by ${companyToday()}\n`;

async function pasteNotes(page: Page, topic: string): Promise<void> {
  await press(page, "n");
  await expect(page.getByRole("textbox", { name: "Text of the source" })).toBeFocused();
  await page.keyboard.insertText(notes(topic));
  await press(page, "Control+Enter");
  await expect(page.getByRole("link", { name: "Open the draft" })).toBeVisible();
  await press(page, "Enter");
  await expect(draftTitle(page)).toHaveText(topic);
}

test("everything from the sign-in to the completed action is done without a mouse", async ({ page }) => {
  await test.step("signs in and pastes", async () => {
    await visit(page, "/sign-in");
    await tabTo(page, page.getByRole("textbox", { name: "E-mail" }));
    await page.keyboard.type(CAST.ada.email);
    await press(page, "Tab");
    await page.keyboard.type(PASSWORD);
    await press(page, "Enter");
    await expect(page.getByRole("heading", { level: 1, name: "Today" })).toBeVisible();
    await pasteNotes(page, "the lift");
  });

  await test.step("walks through the statements, declines, keeps and edits", async () => {
    const decision = statementRow(page, "Decisions", "We keep the lift");
    const action = statementRow(page, "Actions", "Write down what the lift costs");
    await press(page, "]", "]");
    await expect(decision).toBeFocused();
    await expect(markedQuote(page).first()).toHaveText(/We keep the lift/);
    await press(page, "]");
    await expect(action).toBeFocused();
    await press(page, "[", "x");
    await expect(decision.getByRole("checkbox")).not.toBeChecked();
    await press(page, "x");
    await expect(decision.getByRole("checkbox")).toBeChecked();
    await press(page, "]", "e");
    await page.keyboard.type(" a year");
    await press(page, "Enter");
    await expect(statementRow(page, "Actions", "costs a year")).toBeFocused();
    await press(page, "Enter", "Escape");
    await expect(statementRow(page, "Actions", "costs a year")).toBeFocused();
  });

  await test.step("opens and closes the sheet of keys and the dialog of a rejection", async () => {
    await press(page, "?");
    await expect(page.getByRole("dialog", { name: "All keys" })).toBeVisible();
    await press(page, "Escape", "r");
    await expect(page.getByRole("dialog", { name: "Reject “the lift”" })).toBeVisible();
    await press(page, "Escape");
    await expect(page.getByRole("dialog")).toHaveCount(0);
  });

  await test.step("goes from draft to draft, approves, takes back and approves again", async () => {
    await pasteNotes(page, "the stairs");
    await press(page, "g", "t");
    await expect(page.getByRole("heading", { level: 1, name: "Today" })).toBeVisible();
    await press(page, "g", "r");
    await expect(draftTitle(page)).toHaveText("the lift");
    await press(page, "j");
    await expect(draftTitle(page)).toHaveText("the stairs");
    await press(page, "k");
    await expect(draftTitle(page)).toHaveText("the lift");
    await press(page, "a");
    await expect(draftTitle(page)).toHaveText("the stairs");
    await press(page, "u");
    await expect(draftTitle(page)).toHaveText("the lift");
    await press(page, "a");
    await expect(draftTitle(page)).toHaveText("the stairs");
    await press(page, "r");
    await expect(page.getByRole("radio").first()).toBeFocused();
    await press(page, "Enter");
    await expect(page.getByRole("heading", { name: "Nothing waits for you" })).toBeVisible();
  });

  await test.step("opens the action in its list and completes it", async () => {
    await press(page, "g", "t");
    await tabTo(page, page.getByRole("link", { name: "Yours" }));
    await press(page, "Enter");
    const need = page.getByRole("table", { name: "What needs you" }).getByRole("link");
    await expect(need).toHaveText("Write down what the lift costs a year");
    await press(page, "j");
    await expect(need).toBeFocused();
    await press(page, "Enter");
    const sheet = page.getByRole("complementary", { name: "Action" });
    await expect(sheet).toContainText("Write down what the lift costs a year");
    await tabTo(page, sheet.getByRole("button", { name: "Complete" }));
    await press(page, "Enter");
    await expect(recordRow(page, "costs a year")).toHaveCount(0);
    await press(page, "u");
    await expect(recordRow(page, "costs a year")).toBeVisible();
  });
});

test("tooltips and menus, which are fetched when they are first wanted, are there for keys and pointer", async ({
  as,
}) => {
  const page = await as("ada");
  await visit(page, "/actions");
  const toggle = page.getByRole("button", { name: "Switch between light and dark" });
  const tooltip = page.getByText("Switch between light and dark");
  await toggle.hover();
  await expect(tooltip).toBeVisible();
  await tooltip.hover();
  await expect(tooltip).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(tooltip).toHaveCount(0);

  const menu = page.getByRole("button", { name: "Ada Lindqvist, leader" });
  await menu.focus();
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("menuitem", { name: "Settings" })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("menu")).toHaveCount(0);
  await expect(menu).toBeFocused();
  await menu.click();
  await page.getByRole("menuitem", { name: "All keys" }).click();
  await expect(page.getByRole("dialog", { name: "All keys" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
});
