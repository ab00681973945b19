import { expect, type Page } from "@playwright/test";
import { test } from "#e2e/support/app";
import { expectAccessible, expectAccessibleInLight } from "#e2e/support/axe";
import { ENGINEERING } from "#e2e/support/cast";
import { visit } from "#e2e/support/pages";

// One day of a team, a chapter a test.
test.describe.configure({ mode: "serial", timeout: 90_000 });

const PAGE = `/standups/${ENGINEERING.id}`;
const CERTIFICATE = "Waiting on IT for the staging certificate";
const box = (page: Page, name: string) => page.getByRole("textbox", { name });

test("the lead begins the stand-up, and writes in three parts", { tag: "@database" }, async ({ as }) => {
  const dana = await as("dana");
  await visit(dana, `${PAGE}/settings`);
  await dana.getByRole("button", { name: "Begin the stand-up" }).click();
  await expect(dana.getByRole("button", { name: "Save the stand-up" })).toBeVisible();
  await expectAccessible(dana);
  await visit(dana, PAGE);
  await box(dana, "Since the last time").fill("Merged the two-pass merge");
  await box(dana, "Today").fill("Deploy it to staging");
  await box(dana, "What is in your way").fill(CERTIFICATE);
  await expectAccessible(dana);
  await dana.reload();
  await expect(box(dana, "What is in your way")).toHaveValue(CERTIFICATE);
  await dana.getByRole("button", { name: "Post your update" }).click();
  await expect(dana.getByRole("button", { name: "Change your update" })).toBeVisible();
  await expect(dana.getByRole("list", { name: "Updates" })).toContainText(CERTIFICATE);
});

test("the digest is written when it is asked for, names who wrote nothing, and is approved", {
  tag: "@database",
}, async ({ as }) => {
  const [dana, ada] = [await as("dana"), await as("ada")];
  await visit(ada, PAGE);
  await visit(dana, PAGE);
  await dana.getByRole("button", { name: "Write the digest now" }).click();
  await expect(ada.getByText("The digest waits for a decision")).toBeVisible({ timeout: 30_000 });
  await ada.getByRole("link", { name: "Review", exact: true }).click();
  const draft = ada.getByRole("main");
  await expect(draft).toContainText(CERTIFICATE);
  await expect(draft).toContainText("Wrote nothing: Chidi Okafor");
  await expect(ada.getByText(/Approving files this page under Documents, confirms 1 blocker/)).toBeVisible();
  await expectAccessible(ada);
  await ada.getByRole("button", { name: /^Approve/ }).click();
  await expect(dana.getByText("The digest is approved")).toBeVisible({ timeout: 30_000 });
});

test("the leader finds the blocker on Today, and it is resolved with one line", {
  tag: "@database",
}, async ({ as }) => {
  const [dana, ada] = [await as("dana"), await as("ada")];
  await visit(ada, "/");
  await expect(ada.getByRole("link", { name: CERTIFICATE })).toBeVisible();
  await expectAccessible(ada);
  await expectAccessibleInLight(ada);
  await visit(dana, "/");
  await expect(dana.getByRole("link", { name: "Engineering: written" })).toBeVisible();
  await expect(dana.getByRole("link", { name: CERTIFICATE })).toBeVisible();
  await expectAccessible(dana);
  await dana.getByRole("link", { name: CERTIFICATE }).click();
  const sheet = dana.getByRole("complementary", { name: "Blocker" });
  await sheet.getByRole("link", { name: "open in the update" }).click();
  await expect(dana.locator("#said")).toHaveText(CERTIFICATE);
  await expect(dana.locator("#said")).toBeInViewport();
  await expectAccessible(dana);
  await dana.goBack();
  await sheet.getByRole("button", { name: "Resolve" }).click();
  const dialog = dana.getByRole("dialog");
  await dialog.getByRole("textbox").fill("IT renewed it.");
  await dialog.getByRole("button", { name: "Resolve" }).click();
  await expect(dana.getByRole("dialog")).toHaveCount(0);
  await expect(ada.getByRole("link", { name: CERTIFICATE })).toHaveCount(0);
});

test("a late update is marked, also on a phone", async ({ as }) => {
  const dana = await as("dana");
  await dana.setViewportSize({ width: 360, height: 740 });
  await visit(dana, PAGE);
  await box(dana, "Today").fill("Deploy it to staging, and tell Sales");
  await dana.getByRole("button", { name: "Change your update" }).click();
  await expect(dana.getByRole("list", { name: "Updates" }).getByText("late")).toBeVisible();
  await expectAccessible(dana);
});

test("a whole team's stand-up is pasted in one text, and seen through before it is saved", {
  tag: "@database",
}, async ({ as }) => {
  const dana = await as("dana");
  await visit(dana, PAGE);
  await dana.getByRole("button", { name: "Paste the whole team’s stand-up" }).click();
  const dialog = dana.getByRole("dialog");
  await dialog.getByRole("textbox", { name: "Everybody’s words" }).fill("We met at nine.");
  await expect(dialog.getByText("No two names are found yet.")).toBeVisible();
  await dialog.getByRole("button", { name: "Save the stand-up" }).click();
  await expect(dialog.getByRole("alert")).toContainText("No two names were found in it.");
  await dialog
    .getByRole("textbox")
    .fill("Dana: merged it\nChidi: renewed the certificate\nRobin: on support");
  const found = dialog.getByRole("list", { name: "Who is found in it" }).getByRole("listitem");
  await expect(found.filter({ hasText: "Dana Weiss" })).toContainText("wrote already");
  await expect(found.filter({ hasText: "Chidi Okafor" })).toContainText("3 words");
  await expect(found.filter({ hasText: "Robin" })).toContainText("on no roster");
  await expectAccessible(dana);
  await dana.reload();
  await dana.getByRole("button", { name: "Paste the whole team’s stand-up" }).click();
  await expect(dialog.getByRole("textbox")).toHaveValue(/Robin: on support$/);
  await dialog.getByRole("button", { name: "Save the stand-up" }).click();
  await expect(dana.getByRole("dialog")).toHaveCount(0);
  const updates = dana.getByRole("list", { name: "Updates" });
  await expect(updates).toContainText("renewed the certificate");
  await expect(updates).toContainText("Robin");
  await expect(updates).toContainText("Deploy it to staging");
  await expect(updates).not.toContainText("merged it");
});
