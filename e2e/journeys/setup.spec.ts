import { expect } from "@playwright/test";
import { test } from "#e2e/support/app";
import { seen, visit } from "#e2e/support/pages";

test.use({ company: "empty" });

test("the link of the first start makes one admin, once", { tag: "@database" }, async ({ app, page }) => {
  await visit(page, "/");
  await expect(page).toHaveURL(/\/sign-in$/);
  await expect(seen(page, "Countersign isn’t set up yet.")).toBeVisible();

  await visit(page, `${app.setupLink}-cut`);
  await expect(page.getByRole("heading", { name: "This link is not known." })).toBeVisible();

  await visit(page, String(app.setupLink));
  await page.getByRole("textbox", { name: "Name" }).fill("Ines Duarte");
  await page.getByRole("textbox", { name: "E-mail" }).fill("ines@larkfield.example");
  await page.getByLabel("Password").fill("countersign-larkfield-2026");
  await page.getByRole("button", { name: "Continue" }).click();
  await page.getByRole("textbox", { name: "Company" }).fill("Larkfield Software");
  await expect(page.getByRole("combobox", { name: "Time zone" })).toContainText("America/Toronto");
  await page.getByRole("button", { name: "Set up Countersign" }).click();

  await expect(page.getByRole("heading", { level: 1, name: "Today" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Nothing needs attention" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Ines Duarte, admin" })).toBeVisible();
});

test("the link can't be used again, and the page says so", async ({ app, page }) => {
  await visit(page, String(app.setupLink));
  await expect(page.getByRole("heading", { name: "This link was used already." })).toBeVisible();
  await page.getByRole("link", { name: "Sign in with a password" }).click();
  await expect(page.getByText("Larkfield Software")).toBeVisible();
  await expect(page.getByRole("button", { name: "Sign in" })).toBeVisible();
});
