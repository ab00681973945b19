import { expect } from "@playwright/test";
import { test } from "#e2e/support/app";
import { mailText } from "#e2e/support/incoming";
import { draftFollowUp, noteCall, recordInquiry, sayWhoWeAre } from "#e2e/support/lead-pages";
import { visit } from "#e2e/support/pages";

test.describe.configure({ timeout: 240_000 });
test.use({ mail: "read" });

const FILE = "First Name,Last Name,Email,Company Name\nMarta,Novak,Marta@Novak.example,Novak Elevators\n";
const ADDRESS = "marta@novak.example";

test("a lead is imported, written to, answers, and is not written to any more by themselves", {
  tag: "@database",
}, async ({ as, app }) => {
  const [ines, bo] = [await as("ines"), await as("bo")];
  await sayWhoWeAre(ines, 10);

  await test.step("imported", async () => {
    await visit(bo, "/leads/import");
    const buffer = Buffer.from(FILE);
    await bo
      .getByLabel("File of leads", { exact: true })
      .and(bo.locator("input"))
      .setInputFiles({ name: "leads.csv", mimeType: "text/csv", buffer });
    await bo.getByRole("button", { name: "Import 1 row" }).click();
    await bo.getByRole("link", { name: "Show these leads" }).click();
    await bo.getByRole("link", { name: "Marta Novak" }).click();
    await expect(bo.getByRole("heading", { level: 2, name: "Marta Novak" })).toBeVisible();
  });
  const lead = bo.url();

  await test.step("drafted", async () => {
    await noteCall(bo);
    await bo.getByRole("button", { name: "Record consent" }).click();
    await recordInquiry(bo, "She asked for a pilot on the telephone.");
    await bo.getByRole("button", { name: "Start follow-ups" }).click();
    await expect(bo.getByText("going on")).toBeVisible();
    // Its first day is today: it is drafted by itself, unless today is a day off.
    await draftFollowUp(bo, "Marta").catch(() => visit(bo, "/reviews"));
  });

  await test.step("approved, and received", async () => {
    await bo.getByRole("button", { name: /^Approve and send/ }).click();
    await expect
      .poll(() => app.mail?.mails.map(({ envelope }) => envelope.to[0]?.toLowerCase()), { timeout: 60_000 })
      .toEqual([ADDRESS]);
  });

  await test.step("answered, and the follow-ups are over", async () => {
    const [sent] = app.mail?.mails ?? [];
    app.imap?.put(
      mailText(
        { From: ADDRESS, Subject: "Re: the pilot", "In-Reply-To": sent?.messageId ?? "" },
        "Yes please.",
      ),
    );
    await visit(bo, lead);
    await expect(bo.getByText("Answer: Re: the pilot")).toBeVisible({ timeout: 90_000 });
    await expect(bo.getByText("stopped: they answered")).toBeVisible();
    await expect(bo.getByText("A nudge is drafted, if nothing happens before,")).toBeVisible();
    await expect(bo.getByRole("combobox", { name: "Stage" })).toHaveValue("connected");
  });
});
