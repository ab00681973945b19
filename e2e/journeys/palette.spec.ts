import { expect, type Page } from "@playwright/test";
import { test } from "#e2e/support/app";
import { expectAccessible } from "#e2e/support/axe";
import { expectFocusSeen, press } from "#e2e/support/focus";
import { visit, writeDraft } from "#e2e/support/pages";

const NOTES = `The zebra enclosure

Attendees: Ada Lindqvist

Decisions
- The zebra moves to the large enclosure.

Actions
- [ ] Ada: order hay for the zebra by 2030-01-07
`;

const field = (page: Page) => page.getByRole("combobox", { name: "Search or run a command" });
const option = (page: Page, name: string | RegExp) => page.getByRole("option", { name });
const palette = (page: Page) => page.getByRole("dialog", { name: "Search and commands" });
const chosen = (page: Page) => palette(page).getByRole("option", { selected: true });

test("goes anywhere, does what the page does and finds anything, from the keyboard alone", {
  tag: "@database",
}, async ({ as }) => {
  const page = await as("ada");

  await test.step("keeps what is typed before it is there, and goes to a page", async () => {
    await visit(page, "/");
    await page.keyboard.press("Control+k");
    await page.keyboard.type("deci");
    await expect(field(page)).toBeFocused();
    await expect(field(page)).toHaveValue("deci");
    await expectFocusSeen(page);
    await expect(chosen(page)).toHaveText(/Decisions/);
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { level: 1, name: "Decisions" })).toBeVisible();
    await expect(palette(page)).toHaveCount(0);
  });

  await test.step("gives the focus back when it is closed", async () => {
    const toggle = page.getByRole("button", { name: "Switch between light and dark" });
    await toggle.focus();
    await page.keyboard.press("/");
    await expect(field(page)).toBeFocused();
    await page.keyboard.press("Control+k");
    await expect(toggle).toBeFocused();
    await press(page, "/");
    await expect(field(page)).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(toggle).toBeFocused();
  });

  await test.step("approves the open draft, as its key does", async () => {
    await writeDraft(page, NOTES);
    await page.keyboard.press("Control+k");
    await expect(option(page, /^Approve/)).toBeVisible();
    await expect(option(page, /^Edit/)).toBeVisible();
    await expectAccessible(page);
    await page.keyboard.type("appr");
    await expect(chosen(page)).toHaveText(/Approve/);
    // In high contrast grounds are taken away.
    await page.emulateMedia({ forcedColors: "active" });
    await expect(chosen(page)).toHaveCSS("outline-style", "solid");
    await page.emulateMedia({ forcedColors: "none" });
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { name: "Nothing waits for you" })).toBeVisible();
  });

  await test.step("finds what was approved, with its place, and opens it", async () => {
    await page.keyboard.press("Control+k");
    await page.keyboard.type("zebra");
    for (const group of ["Documents", "Decisions", "Actions", "Sources"])
      await expect(page.getByRole("group", { name: group }).getByRole("option")).toHaveCount(1);
    await expect(palette(page).getByRole("status")).toHaveText("4 found");
    await expectAccessible(page);
    await page.keyboard.type(" hay");
    await expect(page.getByRole("group", { name: "Decisions" })).toHaveCount(0);
    await expect(page.getByRole("option")).toHaveCount(3);
    await press(page, "ArrowUp", "ArrowDown", "ArrowDown");
    await expect(chosen(page)).toHaveText(/Order hay for the zebra/);
    await page.keyboard.press("Enter");
    await expect(page.getByRole("complementary", { name: "Action" })).toContainText("zebra");
  });

  await test.step("does what the page has a button or a filter for, and no key", async () => {
    await visit(page, "/actions");
    await page.keyboard.press("Control+k");
    await page.keyboard.type("expo");
    await expect(chosen(page)).toHaveText(/^Export/);
    await page.keyboard.press("Enter");
    await expect(page.getByRole("menuitem", { name: "As Markdown" })).toBeVisible();
    await press(page, "Escape");
    await page.getByRole("link", { name: "Order hay for the zebra" }).focus();
    await page.keyboard.press("Control+k");
    await page.keyboard.type("more");
    await expect(chosen(page)).toHaveText(/^More for “Order hay for the zebra”/);
    await page.keyboard.press("Enter");
    await expect(page.getByRole("menuitem", { name: "Give to somebody else" })).toBeVisible();
    await press(page, "Escape");
    await page.keyboard.press("Control+k");
    await page.keyboard.type("dark");
    await expect(chosen(page)).toHaveText(/^Switch between light and dark/);
    await press(page, "Escape");
    await visit(page, "/reviews");
    await page.keyboard.press("Control+k");
    await page.keyboard.type("show snoo");
    await expect(chosen(page)).toHaveText(/^Show: Snoozed/);
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/\/reviews\?show=snoozed$/);
  });

  await test.step("says that nothing was found, and shows all keys from the same table", async () => {
    await page.keyboard.press("Control+k");
    await page.keyboard.type("xylophone");
    await expect(palette(page).getByRole("status")).toHaveText(/Nothing has “xylophone”/);
    await press(page, "Escape", "?");
    const sheet = page.getByRole("dialog", { name: "All keys" });
    await expect(sheet).toContainText("Search, go anywhere, do anything");
    await expectAccessible(page);
  });
});

test("nobody finds what is not shared with them", { tag: "@database" }, async ({ as }) => {
  const ada = await as("ada");
  await writeDraft(ada, NOTES.replaceAll("zebra", "okapi"));
  const hugo = await as("hugo");
  await visit(hugo, "/");
  await hugo.keyboard.press("Control+k");
  await hugo.keyboard.type("okapi");
  await expect(palette(hugo).getByRole("status")).toHaveText(/Nothing has “okapi”/);
  await ada.keyboard.press("Control+k");
  await ada.keyboard.type("okapi");
  await expect(ada.getByRole("group", { name: "Sources" }).getByRole("option")).toHaveCount(1);
});

test("without a connection it says so, and the search comes back with it", async ({ as }) => {
  const page = await as("ada");
  await visit(page, "/actions");
  await page.keyboard.press("Control+k");
  await expect(field(page)).toBeFocused();
  await page.context().setOffline(true);
  await page.keyboard.type("lindq");
  await expect(palette(page).getByRole("status")).toHaveText(/No connection/);
  await page.context().setOffline(false);
  await expect(option(page, /^Ada Lindqvist/)).toBeVisible();
});

test("a phone opens it from the bar, by touch", async ({ as }) => {
  const page = await as("ada");
  await page.setViewportSize({ width: 360, height: 740 });
  await visit(page, "/actions");
  await page.getByRole("button", { name: "Search", exact: true }).click();
  await field(page).fill("lindq");
  await expect(option(page, /^Ada Lindqvist/)).toBeVisible();
  await expectAccessible(page);
  await option(page, /^Ada Lindqvist/).click();
  await expect(page).toHaveURL(/\/actions\?who=usr_ada/);
  await expect(palette(page)).toHaveCount(0);
});
