import { expect, type Page } from "@playwright/test";
import { test } from "#e2e/support/app";
import { expectAccessibleInLight } from "#e2e/support/axe";
import { draftTitle, selectWords, statementRow, writeDraft } from "#e2e/support/pages";

// A phone that is touched: no pointer rests anywhere, and nothing is hovered.
test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

const notes = (topic: string) =>
  `${topic}\n\nAttendees: Ada Lindqvist, Bo Tran\n\nActions\n- [ ] Bo: write down what ${topic} costs\n\nA cake stood on every table.\n`;

const undo = (page: Page) => page.getByRole("region", { name: "Undo" }).filter({ visible: true });

/** Opens what there is no room for, and chooses of it. */
async function tapMore(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name: "More to do with this draft" }).filter({ visible: true }).tap();
  await page.getByRole("menuitem", { name }).tap();
}

test("by touch a draft is written again", async ({ as }) => {
  const page = await as("ada");
  await writeDraft(page, notes("the raft"));
  await tapMore(page, "Regenerate");
  const dialog = page.getByRole("dialog", { name: "Write this draft again?" });
  await expectAccessibleInLight(page);
  await dialog.getByRole("button", { name: "Write the draft again" }).tap();
  await expect(dialog).toHaveCount(0);
});

test("by touch what was missed is added from the source", async ({ as }) => {
  const page = await as("ada");
  await writeDraft(page, notes("the raft"));
  const parts = page.getByRole("navigation", { name: "Parts of the draft" });
  await parts.getByRole("button", { name: /^Evidence/ }).tap();
  await selectWords(page, "A cake stood on every table");
  const bar = page.getByRole("toolbar", { name: "Add what is selected" });
  await expectAccessibleInLight(page);
  await bar.getByRole("button", { name: "Add as action" }).tap();
  await parts.getByRole("button", { name: "Draft" }).tap();
  await expect(statementRow(page, "Actions", "A cake stood on every table")).toBeVisible();
});

test("by touch a draft is snoozed, taken back and handed over", async ({ as }) => {
  const page = await as("ada");
  for (const topic of ["the buoy", "the quay"]) await writeDraft(page, notes(topic));
  await tapMore(page, "Snooze");
  const snoozing = page.getByRole("dialog", { name: "Snooze “the quay”" });
  await expectAccessibleInLight(page);
  await snoozing.getByRole("button", { name: /^Tomorrow/ }).tap();
  await expect(draftTitle(page)).toHaveText("the buoy");
  await expect(undo(page)).toContainText("Snoozed until");
  await undo(page).getByRole("button", { name: "Undo" }).tap();
  await expect(draftTitle(page)).toHaveText("the quay");

  await tapMore(page, "Hand over");
  const handing = page.getByRole("dialog", { name: "Hand over “the quay”" });
  await handing.getByRole("combobox", { name: "To" }).selectOption({ label: "Bo Tran" });
  await handing.getByRole("textbox", { name: "Note, if any" }).fill("You were there");
  await expectAccessibleInLight(page);
  await handing.getByRole("button", { name: "Hand over" }).tap();
  await expect(undo(page)).toContainText("Handed over to Bo Tran");
});
