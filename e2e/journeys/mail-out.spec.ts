import { expect, type Page } from "@playwright/test";
import type { MailServer, Received } from "#e2e/doubles/mail-server";
import { type App, test } from "#e2e/support/app";
import { expectAccessible } from "#e2e/support/axe";
import { mailText } from "#e2e/support/incoming";
import { addLeadWithCall, draftFollowUp, recordInquiry, sayWhoWeAre } from "#e2e/support/lead-pages";
import { visit } from "#e2e/support/pages";

// What is approved can be taken back for ten seconds, and mailboxes are read every half a minute.
test.describe.configure({ mode: "serial", timeout: 240_000 });
test.use({ mail: "read" });

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

/** Adds a lead who may be written to, and has a follow-up drafted; the desk is open then. */
async function draftTo(page: Page, name: string): Promise<{ lead: string; address: string }> {
  const added = await addLeadWithCall(page, name);
  await draftFollowUp(page, name.split(" ")[0] ?? "");
  await page.keyboard.press("c");
  await recordInquiry(page, "Asked for a quote by mail.");
  return added;
}

const approve = (page: Page) => page.getByRole("button", { name: /^Approve and send/ });

test("what is approved and taken back never leaves; approved again it is received, and an answer is on the timeline", async ({
  as,
  app,
}) => {
  const [ines, bo] = [await as("ines"), await as("bo")];
  await sayWhoWeAre(ines, 10);
  const { lead, address } = await draftTo(bo, "Marta Novak");

  await test.step("taken back in time", async () => {
    await approve(bo).click();
    await expect(bo.getByRole("region", { name: "Undo" })).toBeVisible();
    await bo.keyboard.press("u");
    const queue = bo.getByRole("region", { name: "Queue" });
    await expect(queue.getByText("Taken back", { exact: true })).toBeVisible();
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
    await expect(bo.getByText(/by Bo Tran$/)).toBeVisible();
    await expect(bo.getByText("Asked for a quote by mail.", { exact: false })).toBeVisible();
    await expect(bo.getByText("Recorded by Bo Tran,")).toBeVisible();
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
    await visit(ada, "/deliveries");
    await expect(ada.getByText("We don’t know if one of these left.")).toBeVisible();
    await expectAccessible(ada);
    await ada.getByRole("link", { name: "Show what is unknown" }).click();
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

test("whether the domain that mail is from is vouched for is looked up on demand, and kept", async ({
  as,
}) => {
  const bo = await as("bo");
  await visit(bo, "/settings/mailbox");
  await expect(bo.getByText("Not looked up yet.")).toBeVisible();
  await bo.getByRole("button", { name: "Look it up" }).click();
  await expect(bo.getByText(/^Looked up /)).toBeVisible();
  for (const name of ["SPF", "DKIM", "DMARC"])
    await expect(bo.getByRole("listitem").filter({ hasText: name }).first()).toBeVisible();
  await expectAccessible(bo);
  await visit(bo, "/settings/mailbox");
  await expect(bo.getByRole("button", { name: "Look it up again" })).toBeVisible();
});

test("a mail of which nobody knows whether it left has left once its answer comes", async ({ as, app }) => {
  const bo = await as("bo");
  const before = serverOf(app).handed();
  serverOf(app).behave("cut-late");
  const { address } = await draftTo(bo, "Lena Fischer");
  await approve(bo).click();
  await expect.poll(() => serverOf(app).handed(), LONG).toBe(before + 1);
  serverOf(app).behave("accept");
  await visit(bo, "/deliveries?state=unknown");
  await bo.getByRole("row").filter({ hasText: address }).getByRole("link").click();
  await expect(bo.getByText("We don’t know if this left.")).toBeVisible();
  const told = await bo.getByText(/Look in the Sent folder/).textContent();
  const [id = ""] = /<[^<>\s]+@[^<>\s]+>/.exec(told ?? "") ?? [];
  app.imap?.put(mailText({ From: address, Subject: "Re: the pilot", "In-Reply-To": id }, "Gladly."));
  await expect(bo.getByText("until a mail came in that answers it.")).toBeVisible({ timeout: 90_000 });
  await expect(bo.getByText("We don’t know if this left.")).toHaveCount(0);
  await expect(bo.getByText("an answer,")).toBeVisible();
  await expectAccessible(bo);
});
