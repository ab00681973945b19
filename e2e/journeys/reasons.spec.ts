import { expect } from "@playwright/test";
import { test } from "#e2e/support/app";
import { expectAccessible } from "#e2e/support/axe";
import { seen, visit, writeDraft } from "#e2e/support/pages";

test("an admin changes why drafts are rejected, a reviewer picks with a number, and a leader reads how often", {
  tag: "@database",
}, async ({ as }) => {
  const admin = await as("ines");
  await visit(admin, "/settings/reviews");
  const reasons = admin.getByRole("list", { name: "Reasons", exact: true });
  await admin.getByRole("button", { name: "Add a reason" }).click();
  await reasons.getByRole("textbox", { name: "Reason 4" }).fill("Wrong customer");
  await admin.getByRole("button", { name: "Move “Wrong customer” up" }).click();
  await admin.getByRole("button", { name: "Retire “Too much is wrong”" }).click();
  await reasons.getByRole("textbox", { name: "Reason 1" }).fill("No meeting at all");
  await admin.getByRole("button", { name: "Save the reasons" }).click();
  await expect(admin.getByText("Saved.")).toBeVisible();
  await expectAccessible(admin);

  const page = await as("bo");
  await writeDraft(page, "Milk\n\nAttendees: Ada Lindqvist, Bo Tran\n\nActions\n- [ ] Bo: buy milk\n");
  await page.keyboard.press("r");
  const dialog = page.getByRole("dialog", { name: "Reject “Milk”" });
  await expect(dialog.getByRole("radio")).toHaveCount(4);
  await expect(dialog.getByRole("radio", { name: "Too much is wrong" })).toHaveCount(0);
  await expect(dialog.getByRole("radio").first()).toBeFocused();
  await page.keyboard.press("2");
  await expect(dialog.getByRole("radio", { name: "Wrong customer" })).toBeChecked();
  await dialog.getByRole("textbox").fill("2 of them");
  await expect(dialog.getByRole("radio", { name: "Wrong customer" })).toBeChecked();
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Reject the draft" }).click();
  await expect(page.getByRole("heading", { name: "Nothing waits for you" })).toBeVisible();

  const leader = await as("ada");
  const counted = leader.getByRole("list", { name: "Reasons", exact: true }).getByRole("listitem");
  // The desk goes on before the server has heard of the rejection.
  await expect(async () => {
    await visit(leader, "/settings/reviews");
    await expect(counted.filter({ hasText: "Wrong customer" })).toContainText("once", { timeout: 1000 });
  }).toPass();
  await expect(counted.first()).toContainText("No meeting at all");
  await expect(seen(leader, "Admins change this list.")).toBeVisible();
});
