import { expect, type Page } from "@playwright/test";
import { test } from "#e2e/support/app";
import { expectAccessible } from "#e2e/support/axe";
import { addLeadWithCall, draftFollowUp, recordInquiry, sayWhoWeAre } from "#e2e/support/lead-pages";
import { visit } from "#e2e/support/pages";

const mail = (page: Page) => page.getByRole("region", { name: "The mail" });
const undo = (page: Page) => page.getByRole("region", { name: "Undo" });
const row = (page: Page, name: string) =>
  page.getByRole("region", { name: "Queue" }).getByRole("link", { name });

/** A follow-up to somebody; the desk is open then. */
async function draftTo(page: Page, name: string): Promise<void> {
  await addLeadWithCall(page, name);
  await draftFollowUp(page, name.split(" ")[0] ?? "");
}

test("a mail is put off, handed over with a note and rejected with a reason, each from the keyboard", {
  tag: "@database",
}, async ({ as }) => {
  const [ada, bo] = [await as("ada"), await as("bo")];
  for (const name of ["Marta Novak", "Ravi Menon", "Lena Fischer"]) await draftTo(bo, name);

  await test.step("put off, and taken back", async () => {
    await bo.keyboard.press("s");
    const dialog = bo.getByRole("dialog", { name: /^Snooze “/ });
    await expectAccessible(bo);
    await dialog.getByRole("button", { name: /^Tomorrow/ }).click();
    await expect(undo(bo)).toContainText("Snoozed until");
    await expect(row(bo, "Lena Fischer")).toHaveCount(0);
    await bo.keyboard.press("u");
    await expect(mail(bo)).toContainText("Hello Lena,");
    await expect(row(bo, "Lena Fischer")).toBeVisible();
  });

  await test.step("handed over to a leader, who finds it with the note", async () => {
    await bo.keyboard.press("h");
    const dialog = bo.getByRole("dialog", { name: /^Hand over “/ });
    await dialog.getByRole("combobox", { name: "To" }).selectOption({ label: "Ada Lindqvist" });
    await dialog.getByRole("textbox", { name: "Note, if any" }).fill("You met her in Guelph");
    await dialog.getByRole("button", { name: "Hand over" }).click();
    await expect(undo(bo)).toContainText("Handed over to Ada Lindqvist");
    await visit(ada, "/reviews");
    await ada.getByRole("combobox", { name: "Show" }).selectOption({ label: "Handed to me 1" });
    await row(ada, "Lena Fischer").click();
    await expect(mail(ada)).toContainText("Hello Lena,");
    await expect(ada.getByText("“You met her in Guelph”")).toBeVisible();
    // It would leave from her mailbox, in her name.
    await expect(mail(ada)).toContainText("Ada Lindqvist");
    await expectAccessible(ada);
  });

  await test.step("rejected with a reason, which stands there for whoever opens it", async () => {
    await visit(bo, "/reviews");
    await row(bo, "Ravi Menon").click();
    await expect(mail(bo)).toContainText("Hello Ravi,");
    const rejected = bo.url();
    await bo.keyboard.press("r");
    const dialog = bo.getByRole("dialog", { name: /^Reject “/ });
    await dialog.getByRole("radio").last().check();
    await dialog.getByRole("textbox", { name: "The reason" }).fill("He bought from somebody else.");
    await dialog.getByRole("button", { name: "Reject the draft" }).click();
    await expect(row(bo, "Ravi Menon")).toHaveCount(0);
    await visit(ada, rejected);
    await expect(ada.getByText("“He bought from somebody else.”")).toBeVisible();
    await expect(ada.getByText("by Bo Tran")).toBeVisible();
  });
});

test.describe("at a company that waits ten seconds", () => {
  test("a mail that came back before it left says why over itself, and leaves once more", async ({ as }) => {
    const [ines, bo] = [await as("ines"), await as("bo")];
    await sayWhoWeAre(ines, 10);
    await draftTo(bo, "Ines Albrecht");
    await bo.keyboard.press("c");
    await recordInquiry(bo, "Asked for a quote by mail.");
    const desk = bo.url();
    await bo.getByRole("button", { name: /^Approve and keep/ }).click();
    await expect(undo(bo)).toBeVisible();
    await visit(bo, "/settings/follow-ups");
    await bo.getByRole("textbox", { name: "Signature" }).fill("Bo from Larkfield");
    await bo.getByRole("button", { name: "Save how I write" }).click();
    await expect(bo.getByText("Saved")).toBeVisible();

    await visit(bo, "/deliveries");
    await expect(bo.getByRole("row").filter({ hasText: "ines@albrecht.example" })).toContainText("returned", {
      timeout: 60_000,
    });
    await visit(bo, desk);
    await expect(bo.getByText("This was approved, and came back before it left.")).toBeVisible();
    await expect(bo.getByText("What it says changed after it was approved")).toBeVisible();
    await expect(mail(bo)).toContainText("Bo from Larkfield");
    await expect(row(bo, "Ines Albrecht")).toContainText("returned");
    await expectAccessible(bo);
    await bo.getByRole("button", { name: /^Approve and keep/ }).click();
    await visit(bo, "/deliveries");
    await expect(bo.getByRole("row").filter({ hasText: "ines@albrecht.example" }).first()).toContainText(
      "kept as a file",
      { timeout: 60_000 },
    );
  });
});
