import { expect, type Locator, type Page } from "@playwright/test";
import { CALL } from "#e2e/support/follow-ups";
import { LARKFIELD } from "#e2e/support/outreach-settings";
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

/** Says who the company is in its mails, without which nothing leaves. `undoSeconds` is how long an approval waits. */
export async function sayWhoWeAre(page: Page, undoSeconds = LARKFIELD.undoSeconds): Promise<void> {
  await visit(page, "/settings/follow-ups");
  await page.getByRole("textbox", { name: "Business name" }).fill(LARKFIELD.businessName);
  await page.getByRole("textbox", { name: "Mailing address" }).fill(LARKFIELD.mailingAddress);
  await page.getByRole("textbox", { name: "Contact" }).fill(LARKFIELD.contact);
  await page.getByRole("spinbutton", { name: "Seconds to undo an approval" }).fill(String(undoSeconds));
  await page.getByRole("button", { name: "Save for the company" }).click();
  await expect(page.getByText("Saved")).toBeVisible();
}

/** Adds a lead with one call; their page is open then. Returns its address, and theirs. */
export async function addLeadWithCall(page: Page, name: string): Promise<{ lead: string; address: string }> {
  const [first = "", last = ""] = name.split(" ");
  const address = `${first}@${last}.example`.toLowerCase();
  const facts = { Name: name, "Greeted as": first, "E-mail": address, Company: `${last} Elevators` };
  const lead = await addLeadByForm(page, facts);
  await noteCall(page);
  return { lead, address };
}

/** Adds what was said on the telephone to the lead whose page is open. */
export async function noteCall(page: Page): Promise<void> {
  const note = page.getByRole("form", { name: "Add to the timeline" });
  await note.getByRole("textbox", { name: "Text" }).fill(CALL);
  await note.getByRole("button", { name: "Add to the timeline" }).click();
  await expect(page.getByText("The pilot has to run before the January shutdown.").first()).toBeVisible();
}

/** Has a follow-up to the lead drafted whose page is open; the desk is open then. */
export async function draftFollowUp(page: Page, firstName: string): Promise<void> {
  await page.getByRole("button", { name: "Draft a follow-up now" }).click();
  await page.getByRole("link", { name: "Review the draft" }).click();
  await expect(page.getByRole("region", { name: "The mail" })).toContainText(`Hello ${firstName},`);
}

/** Fills the dialog that records why somebody may be written to. */
export async function recordInquiry(page: Page, proof: string): Promise<void> {
  const dialog = page.getByRole("dialog", { name: "Record consent" });
  await dialog.getByRole("combobox", { name: "Why they may be written to" }).selectOption("inquiry");
  await dialog.getByRole("textbox", { name: "What proves it" }).fill(proof);
  await dialog.getByRole("button", { name: "Record consent" }).click();
  await expect(dialog).toHaveCount(0);
}
