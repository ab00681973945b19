import { readFile } from "node:fs/promises";
import { expect } from "@playwright/test";
import { test } from "#e2e/support/app";
import { expectAccessible } from "#e2e/support/axe";
import { visit, writeDraft } from "#e2e/support/pages";

const NOTES = `Pricing

Attendees: Ada Lindqvist, Bo Tran

Decisions
- We agreed to keep the price

Actions
- [ ] Bo: send the offer by 30 November 2026
`;

test("actions leave as a file and as a calendar whose link can be revoked, a decision as a record", {
  tag: "@database",
}, async ({ as, playwright }) => {
  const ada = await as("ada");
  await writeDraft(ada, NOTES);
  await ada.getByRole("button", { name: /^Approve 1 decision, 1 action/ }).click();
  await expect(ada.getByText(/Approved/).first()).toBeVisible();

  const bo = await as("bo");
  await visit(bo, "/actions");
  await bo.getByRole("button", { name: "Export" }).click();
  const download = bo.waitForEvent("download");
  await bo.getByRole("menuitem", { name: "As CSV, for a spreadsheet" }).click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/^actions-open-.*\.csv$/);
  expect(await readFile(await file.path(), "utf8")).toContain("Bo Tran,2026-11-30,open");

  await visit(bo, "/settings/notices");
  await bo.getByRole("button", { name: "Make a calendar link" }).click();
  const link = await bo.getByLabel("Calendar link").inputValue();
  await expectAccessible(bo);
  const stranger = await playwright.request.newContext();
  const calendar = await stranger.get(link);
  expect(calendar.headers()["content-type"]).toBe("text/calendar; charset=utf-8");
  expect(await calendar.text()).toContain("DTSTART;VALUE=DATE:20261130");
  await bo.getByRole("button", { name: "Revoke the calendar link" }).click();
  await bo.getByRole("dialog").getByRole("button", { name: "Revoke the calendar link" }).click();
  await expect(bo.getByRole("button", { name: "Make a calendar link" })).toBeVisible();
  expect((await stranger.get(link)).status()).toBe(404);
  await stranger.dispose();

  await bo.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await visit(bo, "/decisions");
  await bo.getByRole("link", { name: /keep the price/ }).click();
  await bo.getByRole("button", { name: "Copy as a decision record" }).click();
  await expect(bo.getByText("Copied as Markdown.").first()).toBeVisible();
  expect(await bo.evaluate(() => navigator.clipboard.readText())).toContain("## Decision Outcome");
});
