import { expect } from "@playwright/test";
import { test } from "#e2e/support/app";
import { expectAccessible } from "#e2e/support/axe";
import { addLeadByForm, leadPart } from "#e2e/support/lead-pages";
import { companyToday, visit } from "#e2e/support/pages";
import { addMonths } from "#lib/format/dates";

// Whether one lead may be written to, a chapter a test: each begins where the one before ended.
test.describe.configure({ mode: "serial" });

let address = "";

test("consent is recorded with what proves it, and expires", { tag: "@database" }, async ({ as }) => {
  const page = await as("bo");
  address = await addLeadByForm(page, { Name: "Kim Okonkwo", "E-mail": "Kim@Hollis.example" });
  const panel = leadPart(page, "May they be written to?");
  await expect(panel).toContainText("No consent recorded");
  const record = async (basis: RegExp, day: string) => {
    await panel.getByRole("button", { name: "Record consent" }).click();
    const dialog = page.getByRole("dialog", { name: "Record consent" });
    const choice = dialog.getByLabel("Why they may be written to");
    const label = await choice.getByRole("option").filter({ hasText: basis }).textContent();
    await choice.selectOption({ label: label ?? "" });
    await dialog.getByLabel("On which day").fill(day);
    await dialog.getByLabel("What proves it").fill("Wrote through the form of the web site.");
    await expectAccessible(page);
    await dialog.getByRole("button", { name: "Record consent" }).click();
    await expect(dialog).toHaveCount(0);
  };
  const today = companyToday();
  await record(/inquiry/, addMonths(today, -7));
  await expect(panel).toContainText("Consent has expired");
  await record(/purchase/, addMonths(today, -7));
  await expect(panel).toContainText("May be written to");
  await expect(panel).toContainText("2 consents were recorded");
  await expect(panel).toContainText("Wrote through the form of the web site.");
});

test("a domain on the list stops all mail to it, until fresh consent lifts it", { tag: "@database" }, async ({
  as,
}) => {
  const page = await as("bo");
  await visit(page, "/settings/suppressions");
  await page.getByRole("button", { name: "Add an address or domain" }).click();
  const dialog = page.getByRole("dialog", { name: "Send nothing to" });
  await dialog.getByLabel("Address or domain").fill("@Hollis.EXAMPLE");
  await dialog.getByRole("button", { name: "Send nothing any more" }).click();
  await expect(page.getByRole("table", { name: "Nothing is sent to" })).toContainText("hollis.example");
  await expectAccessible(page);
  await visit(page, address);
  const panel = leadPart(page, "May they be written to?");
  await expect(panel).toContainText("Everything at hollis.example is on the list that nothing is sent to");
  await visit(page, "/leads");
  await expect(page.getByRole("row").filter({ hasText: "Kim Okonkwo" })).toContainText("suppressed");

  await visit(page, "/settings/suppressions");
  await page.getByRole("button", { name: "Lift hollis.example" }).click();
  const lifting = page.getByRole("dialog", { name: "Write to hollis.example again" });
  await lifting.getByLabel("What proves it").fill("Their director asked us in writing to go on.");
  await lifting.getByRole("button", { name: "Record consent and lift" }).click();
  await expect(
    page.getByRole("heading", { name: "Everybody may be written to who consented" }),
  ).toBeVisible();
});
