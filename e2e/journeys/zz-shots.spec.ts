import { expect } from "@playwright/test";
import { test } from "#e2e/support/app";
import { draftTitle, visit } from "#e2e/support/pages";
import { sampleProposal, sampleSource } from "#lib/workflows/meeting-notes/sample";

test.use({ writer: "claude" });
test("shots", async ({ as, app }) => {
  app.claude?.script({ kind: "answer", proposal: sampleProposal });
  const page = await as("ada");
  await visit(page, "/sources/new");
  await page.getByRole("textbox", { name: "Text of the source" }).fill(sampleSource.text.repeat(3));
  await page.waitForTimeout(800);
  await page.screenshot({ path: "/tmp/writer-tmp/intake.png", fullPage: true });
  await page.getByRole("textbox", { name: "Text of the source" }).fill(sampleSource.text);
  await page.getByRole("button", { name: "Store and write" }).click();
  await page.getByRole("link", { name: "Open the draft" }).click();
  await expect(draftTitle(page)).toBeVisible();
  await page.setViewportSize({ width: 1440, height: 1400 });
  await page.waitForTimeout(500);
  await page.screenshot({ path: "/tmp/writer-tmp/desk.png" });
  await page.emulateMedia({ colorScheme: "dark" });
  await page.screenshot({ path: "/tmp/writer-tmp/desk-dark.png" });
  await page.setViewportSize({ width: 360, height: 2400 });
  await page.waitForTimeout(500);
  await page.screenshot({ path: "/tmp/writer-tmp/desk-360.png", fullPage: true });
});
