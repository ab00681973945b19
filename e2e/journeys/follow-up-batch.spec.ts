import { expect, type Page } from "@playwright/test";
import { test } from "#e2e/support/app";
import { expectAccessible } from "#e2e/support/axe";
import { addLeadWithCall, draftFollowUp, recordInquiry, sayWhoWeAre } from "#e2e/support/lead-pages";
import { visit } from "#e2e/support/pages";

test.describe.configure({ timeout: 120_000 });
test.use({ mail: "on" });

const card = (page: Page, name: string) => page.getByRole("article", { name: new RegExp(name) });
const box = (page: Page, name: string) => card(page, name).getByRole("checkbox", { name: /^Approve “/ });

/** A follow-up to somebody who may be written to, as one of many alike ones; where they may not, nothing says so. */
async function draftTo(page: Page, name: string, { consent }: { consent: boolean }): Promise<string> {
  const { address } = await addLeadWithCall(page, name);
  await draftFollowUp(page, name.split(" ")[0] ?? "");
  if (consent) {
    await page.keyboard.press("c");
    await recordInquiry(page, "Asked for a quote by mail.");
  }
  return address;
}

test("mails that are nearly the same are read by their differences and leave each to its own, but for those that may not", {
  tag: "@database",
}, async ({ as, app }) => {
  const [ines, bo] = [await as("ines"), await as("bo")];
  await sayWhoWeAre(ines, 10);
  const marta = await draftTo(bo, "Marta Novak", { consent: true });
  const ravi = await draftTo(bo, "Ravi Menon", { consent: true });
  await draftTo(bo, "Lena Fischer", { consent: false });

  await test.step("chosen in the queue", async () => {
    await visit(bo, "/reviews");
    for (const name of ["Marta Novak", "Ravi Menon", "Lena Fischer"])
      await bo.getByRole("checkbox", { name: new RegExp(`^Select “.*, to ${name}`) }).check();
    await bo.getByRole("region", { name: "Selection" }).getByRole("link", { name: "Read together" }).click();
    await expect(bo.getByRole("heading", { level: 1, name: "Approve together" })).toBeVisible();
  });

  await test.step("every body stands there, with what differs", async () => {
    for (const name of ["Marta Novak", "Ravi Menon", "Lena Fischer"])
      await expect(card(bo, name)).toContainText(`To ${name}`);
    await expect(
      bo
        .getByRole("insertion")
        .filter({ hasText: /Ravi|Marta|Lena/ })
        .first(),
    ).toBeVisible();
    await expectAccessible(bo);
  });

  await test.step("who may not be written to is left out, and why", async () => {
    await expect(card(bo, "Lena Fischer")).toContainText("nothing says that Lena Fischer may be written to");
    await expect(box(bo, "Lena Fischer")).not.toBeChecked();
    await box(bo, "Lena Fischer").click({ force: true });
    await expect(box(bo, "Lena Fischer")).not.toBeChecked();
  });

  await test.step("what is in doubt is looked at, and the others are approved at once", async () => {
    for (const name of ["Marta Novak", "Ravi Menon"]) {
      const doubts = card(bo, name).getByRole("checkbox", { name: /^I looked at this/ });
      for (const doubt of await doubts.all()) await doubt.check();
      await box(bo, name).check();
    }
    await bo.getByRole("button", { name: /^Approve these 2 drafts/ }).click();
    for (const name of ["Marta Novak", "Ravi Menon"]) await expect(card(bo, name)).toContainText("approved");
    await expect(bo.getByText("2 approved, 1 left out, nothing is chosen.")).toBeVisible();
  });

  await test.step("each leaves once, by a delivery of its own", async () => {
    const received = () => app.mail?.mails.flatMap(({ envelope }) => envelope.to).toSorted();
    await expect.poll(received, { timeout: 60_000 }).toEqual([marta, ravi].toSorted());
    await visit(bo, "/deliveries");
    for (const address of [marta, ravi])
      await expect(bo.getByRole("row").filter({ hasText: address })).toContainText("sent");
    await expect(bo.getByRole("row").filter({ hasText: "lena@fischer.example" })).toHaveCount(0);
  });
});
