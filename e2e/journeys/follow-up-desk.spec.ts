import { expect, type Page } from "@playwright/test";
import { test } from "#e2e/support/app";
import { expectAccessible, expectAccessibleInLight } from "#e2e/support/axe";
import { addLeadWithCall, draftFollowUp, recordInquiry, sayWhoWeAre } from "#e2e/support/lead-pages";
import type { FollowUp } from "#lib/workflows/follow-up/draft";

test.use({ writer: "claude" });

/** What Claude answers about CALL: one price of it stands in no source. */
const mailOf = (price: string): FollowUp => ({
  subject: [
    { text: "Offline pilot at the Guelph depot", quote: "" },
    { text: "A full day without a signal", quote: "" },
  ],
  opening: [
    {
      text: "You told me that you lose about 40 minutes a day per inspector, typing it all again.",
      quote: "we lose about 40 minutes a day per inspector, typing it all again",
    },
  ],
  fact: [
    {
      text: "A tablet now holds a full day of inspections without a connection.",
      quote: "A tablet holds a full day of inspections without a connection since version 4.2.",
    },
  ],
  body: [{ text: `That comes to ${price} a month for your crews.`, quote: "" }],
  ask: [{ text: "Shall we fix the first day of the pilot?", quote: "" }],
});

const mail = (page: Page) => page.getByRole("region", { name: "The mail" });
const draftText = (page: Page) => page.getByRole("region", { name: "Draft text" });
const approve = (page: Page) => page.getByRole("button", { name: /^Approve and keep/ });
const queueRow = (page: Page, words: string) =>
  page.getByRole("region", { name: "Queue" }).getByRole("link", { name: words });

/** Adds a lead with one call, and has a follow-up drafted; the desk is open then. */
async function draftTo(page: Page, name: string): Promise<void> {
  await addLeadWithCall(page, name);
  await draftFollowUp(page, name.split(" ")[0] ?? "");
}

test("a mail without consent and with a price of nobody's is blocked until both are settled", {
  tag: "@database",
}, async ({ as, app }) => {
  const [ines, bo] = [await as("ines"), await as("bo")];
  await sayWhoWeAre(ines);
  app.claude?.script({ kind: "answer", proposal: mailOf("$1,900") });
  await draftTo(bo, "Marta Novak");

  await test.step("it is shown as it will arrive, with what keeps it from leaving", async () => {
    await expect(draftText(bo)).toContainText(
      "Can’t be sent: nothing says that Marta Novak may be written to.",
    );
    await expect(draftText(bo)).toContainText("$1,900 stands in no source.");
    await expect(mail(bo)).toContainText("180 King Street South");
    await expect(draftText(bo).getByText("marta@novak.example")).toBeVisible();
    await expect(bo.getByText("2 blocks: consent, words")).toBeVisible();
    await expect(queueRow(bo, "Marta Novak, Novak Elevators")).toContainText("consent");
    await expectAccessible(bo);
  });

  await test.step("consent is recorded from the desk", async () => {
    await bo.keyboard.press("a");
    await expect(bo.getByText("2 blocks: consent, words")).toBeFocused();
    await bo.keyboard.press("c");
    await recordInquiry(bo, "Her mail of this week asks for a quote.");
    await expect(draftText(bo)).not.toContainText("Can’t be sent");
    await expect(bo.getByText("1 block: words")).toBeVisible();
    await expect(draftText(bo)).toContainText("Inquiry of");
  });

  await test.step("the price is kept by a person who answers for it, and the other subject chosen", async () => {
    await draftText(bo).getByRole("button", { name: "Keep it" }).click();
    await expect(bo.getByText("1 block: words")).toHaveCount(0);
    await bo.getByRole("radio", { name: "A full day without a signal" }).check();
    await expect(bo.getByRole("radio", { name: "Offline pilot at the Guelph depot" })).not.toBeChecked();
  });

  await test.step("approving sends it once the time to undo is over, and takes it out of the queue", async () => {
    await approve(bo).click();
    await expect(bo.getByText("Approved").first()).toBeVisible();
    await expect(queueRow(bo, "Marta Novak, Novak Elevators")).toHaveCount(0);
  });
});

test("words of one's own are one's own; the writer follows an instruction", async ({ as, app }) => {
  const bo = await as("bo");
  app.claude?.script({ kind: "answer", proposal: mailOf("$1,900") });
  await draftTo(bo, "Ravi Menon");

  await test.step("an edit leaves no words without a source", async () => {
    await draftText(bo).getByRole("button", { name: "Edit it" }).click();
    const editor = bo.getByRole("form", { name: "Edit this sentence" });
    await editor.getByRole("textbox", { name: "Text" }).fill("It comes to less than you think.");
    await editor.getByRole("button", { name: "Save" }).click();
    await expect(mail(bo)).toContainText("It comes to less than you think.");
    await expect(draftText(bo)).not.toContainText("stands in no source");
    await expect(bo.getByRole("button", { name: "Changes r1 → r2" })).toBeVisible();
    await bo.keyboard.press("d");
    await expect(mail(bo).getByRole("deletion").first()).toBeVisible();
    await bo.keyboard.press("d");
  });

  await test.step("it is written again as one asks, and what one wrote stays", async () => {
    const shorter = mailOf("$1,900");
    app.claude?.script({ kind: "answer", proposal: { ...shorter, opening: [] } });
    await bo.keyboard.press("g");
    const dialog = bo.getByRole("dialog");
    await dialog.getByRole("textbox").first().fill("Shorter.");
    await dialog.getByRole("button", { name: /^Write/ }).click();
    await expect(mail(bo)).not.toContainText("You told me that you lose");
    await expect(mail(bo)).toContainText("It comes to less than you think.");
  });

  await test.step("on a phone", async () => {
    await bo.setViewportSize({ width: 360, height: 780 });
    await expect(mail(bo)).toContainText("Hello Ravi,");
    await expectAccessibleInLight(bo);
  });
});
