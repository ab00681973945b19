import { expect, type Page } from "@playwright/test";
import { hasImapServer } from "#e2e/doubles/imap-server";
import type { MailServer, Received } from "#e2e/doubles/mail-server";
import { type App, test } from "#e2e/support/app";
import { expectAccessible } from "#e2e/support/axe";
import { CALL } from "#e2e/support/follow-ups";
import { mailText } from "#e2e/support/incoming";
import { LARKFIELD } from "#e2e/support/outreach-settings";
import { visit } from "#e2e/support/pages";

// What is approved can be taken back for ten seconds, and mailboxes are read every half a minute.
test.describe.configure({ mode: "serial", timeout: 240_000 });
test.use({ mail: hasImapServer() ? "read" : "on" });
test.skip(!hasImapServer(), "Dovecot is not installed, so nothing that is answered can be read.");

const LONG = { timeout: 60_000 };

function serverOf({ mail }: App): MailServer {
  if (!mail) throw new Error("Mail is not set up.");
  return mail;
}

async function mailTo(app: App, address: string): Promise<Received> {
  const found = () => serverOf(app).mails.find(({ envelope }) => envelope.to[0] === address);
  await expect.poll(found, LONG).toBeDefined();
  return found() as Received;
}

async function sayWhoWeAre(page: Page): Promise<void> {
  await visit(page, "/settings/follow-ups");
  await page.getByRole("textbox", { name: "Business name" }).fill(LARKFIELD.businessName);
  await page.getByRole("textbox", { name: "Mailing address" }).fill(LARKFIELD.mailingAddress);
  await page.getByRole("textbox", { name: "Contact" }).fill(LARKFIELD.contact);
  await page.getByRole("spinbutton", { name: "Seconds to undo an approval" }).fill("10");
  await page.getByRole("button", { name: "Save for the company" }).click();
  await expect(page.getByText("Saved")).toBeVisible();
}

/** Adds a lead who may be written to, and has a follow-up drafted; the desk is open then. Returns the lead's page. */
async function draftTo(page: Page, name: string): Promise<{ lead: string; address: string }> {
  const [first = "", last = ""] = name.split(" ");
  const address = `${first}@${last}.example`.toLowerCase();
  await visit(page, "/leads/new");
  const form = page.getByRole("form", { name: "New lead" });
  await form.getByRole("textbox", { name: "Name", exact: true }).fill(name);
  await form.getByRole("textbox", { name: "Greeted as" }).fill(first);
  await form.getByRole("textbox", { name: "Address" }).fill(address);
  await form.getByRole("button", { name: "Add the lead" }).click();
  await page.waitForURL(/\/leads\/led_/);
  const lead = page.url();
  const note = page.getByRole("form", { name: "Add to the timeline" });
  await note.getByRole("textbox", { name: "Text" }).fill(CALL);
  await note.getByRole("button", { name: "Add to the timeline" }).click();
  await expect(page.getByText("The pilot has to run before the January shutdown.").first()).toBeVisible();
  await page.getByRole("button", { name: "Draft a follow-up now" }).click();
  await page.getByRole("link", { name: "Review the draft" }).click();
  await expect(page.getByRole("region", { name: "The mail" })).toContainText(`Hello ${first},`);
  await page.keyboard.press("c");
  const dialog = page.getByRole("dialog", { name: "Record consent" });
  await dialog.getByRole("combobox", { name: "Why they may be written to" }).selectOption("inquiry");
  await dialog.getByRole("textbox", { name: "What proves it" }).fill("Asked for a quote by mail.");
  await dialog.getByRole("button", { name: "Record consent" }).click();
  await expect(dialog).toHaveCount(0);
  return { lead, address };
}

const approve = (page: Page) => page.getByRole("button", { name: /^Approve and send/ });

test("what is approved and taken back never leaves; approved again it is received, and an answer is on the timeline", async ({
  as,
  app,
}) => {
  const [ines, bo] = [await as("ines"), await as("bo")];
  await sayWhoWeAre(ines);
  const { lead, address } = await draftTo(bo, "Marta Novak");

  await test.step("taken back in time", async () => {
    await approve(bo).click();
    await expect(bo.getByRole("region", { name: "Undo" })).toBeVisible();
    await bo.keyboard.press("u");
    await expect(approve(bo)).toBeVisible();
    await visit(bo, "/deliveries");
    await expect(bo.getByRole("row").filter({ hasText: address })).toContainText("taken back");
    expect(serverOf(app).handed()).toBe(0);
  });

  const mail = await test.step("approved again, it is received once", async () => {
    await visit(bo, "/reviews");
    await approve(bo).click();
    const received = await mailTo(app, address);
    expect(received.from?.value).toEqual([{ name: "Bo Tran", address: "ops@larkfield.example" }]);
    await visit(bo, "/deliveries");
    const row = bo.getByRole("row").filter({ hasText: address }).first();
    await expect(row).toContainText("sent");
    await expectAccessible(bo);
    await row.getByRole("link").click();
    await expect(bo.getByText("by Bo Tran")).toBeVisible();
    await expect(bo.getByText("Asked for a quote by mail.", { exact: false })).toBeVisible();
    await expect(bo.getByText(`${received.messageId}`, { exact: true })).toBeVisible();
    await expectAccessible(bo);
    const download = bo.waitForEvent("download");
    await bo.getByRole("link", { name: "Download the message (.eml)" }).click();
    expect((await download).suggestedFilename()).toBe("message.eml");
    return received;
  });

  await test.step("an answer is on the timeline", async () => {
    app.imap?.put(
      mailText(
        { From: address, Subject: "Re: the pilot", "In-Reply-To": mail.messageId ?? "" },
        "Thursday suits us.\n\nOn Fri, 20 Nov, Bo Tran wrote:\n> Hello",
      ),
    );
    await visit(bo, lead);
    await expect(bo.getByText("Answer: Re: the pilot")).toBeVisible({ timeout: 90_000 });
    await expect(bo.getByText("Thursday suits us.").first()).toBeVisible();
  });
});

test("a mail of which nobody knows waits for a person; who got it unsubscribes in one click", async ({
  as,
  app,
  browser,
}) => {
  const [ada, bo] = [await as("ada"), await as("bo")];
  serverOf(app).behave("cut-late");
  const { address } = await draftTo(bo, "Ravi Menon");
  await approve(bo).click();
  await expect.poll(() => serverOf(app).handed(), LONG).toBe(2);
  serverOf(app).behave("accept");

  await test.step("it says what to look at, and leaves once it is said that it did not", async () => {
    await visit(ada, "/deliveries?state=unknown");
    await ada.getByRole("row").filter({ hasText: address }).getByRole("link").click();
    await expect(ada.getByText("We don’t know if this left.")).toBeVisible();
    await expect(ada.getByText(/Look in the Sent folder of ops@larkfield.example/)).toBeVisible();
    await expectAccessible(ada);
    await ada.getByRole("button", { name: "It was not: send it" }).click();
    await expect(ada.getByText("We don’t know if this left.")).toHaveCount(0);
  });

  await test.step("opening its links changes nothing, one click ends it", async () => {
    const { text = "" } = await mailTo(app, address);
    const link = /http\S+\/unsubscribe\/[\w-]+/.exec(text)?.[0] ?? "";
    const stranger = await (await browser.newContext()).newPage();
    for (const at of [link, link.replace("/unsubscribe/", "/api/unsubscribe/")]) {
      expect((await stranger.request.head(at)).ok()).toBe(true);
      expect((await stranger.request.get(at)).ok()).toBe(true);
    }
    await stranger.goto(link);
    await expect(stranger.getByRole("heading", { name: "Unsubscribe" })).toBeVisible();
    await stranger.getByRole("button", { name: "Unsubscribe" }).click();
    await expect(stranger.getByRole("heading", { name: "You are unsubscribed" })).toBeVisible();
    await stranger.close();
    await visit(ada, "/settings/suppressions");
    await expect(ada.getByText(address)).toBeVisible();
  });
});
