import type { Locator, Page } from "@playwright/test";
import { visit } from "#e2e/support/pages";

/** A part of a lead's page under its head. */
export function leadPart(page: Page, title: string): Locator {
  return page
    .getByRole("main")
    .locator("section")
    .filter({ has: page.getByRole("heading", { name: title }) });
}

/** Adds a lead by the form, and returns the path of its page, which is open then. */
export async function addLeadByForm(page: Page, facts: Record<string, string>): Promise<string> {
  await visit(page, "/leads/new");
  const form = page.getByRole("form", { name: "New lead" });
  for (const [label, value] of Object.entries(facts))
    await form.getByLabel(label, { exact: true }).fill(value);
  await form.getByRole("button", { name: "Add the lead" }).click();
  await page.waitForURL(/\/leads\/led_/);
  return new URL(page.url()).pathname;
}
