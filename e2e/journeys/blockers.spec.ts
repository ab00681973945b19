import { expect, type Page } from "@playwright/test";
import { test } from "#e2e/support/app";
import { expectAccessible, expectAccessibleInLight } from "#e2e/support/axe";
import { ENGINEERING } from "#e2e/support/cast";
import { recordRow, visit } from "#e2e/support/pages";

// One blocker from an update to its end, a chapter a test.
test.describe.configure({ mode: "serial" });

const CERTIFICATE = "Waiting on IT for the staging certificate";
const sheet = (page: Page) => page.getByRole("complementary", { name: "Blocker" });
const group = (page: Page, name: string) => page.getByRole("region", { name });

test("what an update says is in the way is proposed at once", { tag: "@database" }, async ({ as }) => {
  const dana = await as("dana");
  await visit(dana, "/blockers");
  await expect(dana.getByText("Nobody is blocked")).toBeVisible();
  await expectAccessible(dana);
  await visit(dana, `/standups/${ENGINEERING.id}/settings`);
  await dana.getByRole("combobox", { name: "Who reads it" }).selectOption("open");
  await dana.getByRole("button", { name: "Begin the stand-up" }).click();
  await expect(dana.getByRole("button", { name: "Save the stand-up" })).toBeVisible();
  await visit(dana, `/standups/${ENGINEERING.id}`);
  await dana.getByRole("textbox", { name: "Today" }).fill("Deploy the two-pass merge");
  await dana.getByRole("textbox", { name: "What is in your way" }).fill(CERTIFICATE);
  await dana.getByRole("button", { name: "Post your update" }).click();
  await expect(dana.getByRole("button", { name: "Change your update" })).toBeVisible();
  await visit(dana, "/blockers");
  await expect(group(dana, "Found in updates, not confirmed")).toContainText(CERTIFICATE);
});

test("a leader confirms it, and it shows in the open page of the team’s lead", {
  tag: "@database",
}, async ({ as }) => {
  const [dana, ada] = [await as("dana"), await as("ada")];
  await visit(dana, "/blockers");
  await visit(ada, "/blockers");
  await recordRow(ada, CERTIFICATE).getByRole("link").click();
  await expect(sheet(ada).getByRole("blockquote")).toContainText(CERTIFICATE);
  await expect(sheet(ada)).toContainText("proposed");
  await expectAccessible(ada);
  await expectAccessibleInLight(ada);
  await sheet(ada).getByRole("button", { name: "Confirm" }).click();
  await expect(sheet(ada)).toContainText("Ada Lindqvist confirmed this blocker.");
  await expect(group(dana, "Nobody owns it yet")).toContainText(CERTIFICATE);
});

test("it is given to somebody, who is told, and ends with one line on how", {
  tag: "@database",
}, async ({ as }) => {
  const [dana, bo] = [await as("dana"), await as("bo")];
  await visit(dana, "/blockers");
  await recordRow(dana, CERTIFICATE).getByRole("link").click();
  await sheet(dana).getByRole("button", { name: "Give" }).click();
  await dana.getByRole("combobox", { name: "Who unblocks it" }).click();
  await dana.getByRole("option", { name: "Bo Tran" }).click();
  await dana.getByRole("button", { name: "Give the blocker" }).click();
  await expect(group(dana, "Somebody is on it")).toContainText("Bo Tran");
  await visit(bo, "/notices");
  await bo.getByRole("link", { name: /gave you “Waiting on IT/ }).click();
  await sheet(bo).getByRole("button", { name: "Resolve" }).click();
  const dialog = bo.getByRole("dialog");
  await dialog.getByRole("button", { name: "Resolve" }).click();
  await expect(dialog).toContainText("Say in one line how it was resolved.");
  await dialog.getByRole("textbox", { name: "How it was resolved" }).fill("IT renewed it for a year");
  await dialog.getByRole("button", { name: "Resolve" }).click();
  await expect(sheet(bo)).toContainText("IT renewed it for a year");
  await expect(dana.getByText("Nobody is blocked")).toBeVisible();
});

test("on a phone it is found among the resolved ones, and is opened again", {
  tag: "@database",
}, async ({ as }) => {
  const dana = await as("dana");
  await dana.setViewportSize({ width: 360, height: 740 });
  await visit(dana, "/blockers?show=resolved");
  await recordRow(dana, CERTIFICATE).getByRole("link").click();
  await expect(sheet(dana)).toContainText("Bo Tran resolved this blocker.");
  await expectAccessible(dana);
  const width = await dana.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(360);
  await sheet(dana).getByRole("button", { name: "Open again" }).click();
  await expect(sheet(dana)).toContainText("Dana Weiss opened this blocker again.");
});

test("a viewer reads what is open to all, and has nothing to press", { tag: "@database" }, async ({ as }) => {
  const hugo = await as("hugo");
  await visit(hugo, "/blockers");
  await recordRow(hugo, CERTIFICATE).getByRole("link").click();
  await expect(sheet(hugo)).toContainText("Bo Tran");
  await expect(sheet(hugo).getByRole("button", { name: /Resolve|Give|Confirm/ })).toHaveCount(0);
});

test("the list is taken elsewhere as CSV and Markdown", { tag: "@database" }, async ({ as }) => {
  const ada = await as("ada");
  await visit(ada, "/blockers");
  const csv = await ada.request.get("/api/exports/blockers?format=csv&owner=nobody");
  expect(await csv.text()).not.toContain(CERTIFICATE);
  const markdown = await (await ada.request.get("/api/exports/blockers?format=md")).text();
  expect(markdown).toContain(CERTIFICATE);
  expect(markdown).toContain("Bo Tran unblocks it");
});
