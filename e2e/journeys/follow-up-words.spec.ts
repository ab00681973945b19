import { expect, type Page } from "@playwright/test";
import { test } from "#e2e/support/app";
import { addLeadWithCall, draftFollowUp, recordInquiry, sayWhoWeAre } from "#e2e/support/lead-pages";
import { seen, visit } from "#e2e/support/pages";

// Its quote’s number stands before its last stop.
const OWN = "Would Thursday at ten suit you for a short call?";
const mail = (page: Page) => page.getByRole("region", { name: "The mail" });
const editor = (page: Page) => page.getByRole("form", { name: /^Edit this/ });
const text = (page: Page) => editor(page).getByRole("textbox", { name: "Text" });
const approve = (page: Page) => page.getByRole("button", { name: /^Approve and keep/ });

/** A follow-up that may leave; the desk is open then, with words of one's own in the editor. */
async function writeTo(page: Page, name: string): Promise<void> {
  await addLeadWithCall(page, name);
  await draftFollowUp(page, name.split(" ")[0] ?? "");
  await page.keyboard.press("c");
  await recordInquiry(page, "Asked for a quote by mail.");
  await openEditor(page);
  await text(page).fill(OWN);
}

async function openEditor(page: Page): Promise<void> {
  await page.keyboard.press("]");
  await page.keyboard.press("e");
  await expect(text(page)).toBeFocused();
}

test("what one writes into a mail stays while another person approves it", { tag: "@database" }, async ({
  as,
}) => {
  const [ines, ada, bo] = [await as("ines"), await as("ada"), await as("bo")];
  await sayWhoWeAre(ines);
  await writeTo(bo, "Marta Novak");
  await visit(ada, bo.url());
  await ada.getByRole("button", { name: "Take over" }).click();
  await expect(ada.getByText("Held by you")).toBeVisible();
  await expect(text(bo)).toHaveValue(OWN);
  await approve(ada).click();
  await expect(ada.getByRole("region", { name: "Undo" })).toBeVisible();

  await expect(bo.getByText("by Ada Lindqvist")).toBeVisible();
  await expect(text(bo)).toHaveValue(OWN);
  await editor(bo).getByRole("button", { name: "Save" }).click();
  await expect(bo.getByRole("alert").filter({ hasText: "Ada approved this" })).toContainText(
    "Your change was not saved; what you wrote is still in the editor.",
  );
  await expect(text(bo)).toHaveValue(OWN);
  await ada.getByRole("region", { name: "Undo" }).getByRole("button", { name: "Undo" }).click();
  await expect(approve(bo)).toBeVisible();
  await expect(text(bo)).toHaveValue(OWN);
});

test("what one writes into a mail stays without a connection and through a reload, and is saved after", async ({
  as,
  problems,
}) => {
  problems.expect(/ERR_INTERNET_DISCONNECTED/);
  const bo = await as("bo");
  await writeTo(bo, "Ravi Menon");
  await bo.reload();
  await expect(text(bo)).toHaveValue(OWN);
  // What the page asks for of itself when it opens has been answered by then.
  await expect(bo.getByText("Held by you")).toBeVisible();

  await bo.context().setOffline(true);
  await editor(bo).getByRole("button", { name: "Save" }).click();
  await expect(
    seen(bo, "The connection broke before the answer came. What you wrote is kept here."),
  ).toBeVisible();
  await expect(text(bo)).toHaveValue(OWN);
  await bo.context().setOffline(false);
  await editor(bo).getByRole("button", { name: "Save" }).click();
  await expect(editor(bo)).toHaveCount(0);
  await expect(mail(bo)).toContainText(OWN.slice(0, -1));
  await visit(bo, bo.url());
  await expect(mail(bo)).toContainText(OWN.slice(0, -1));
});
