import { expect, type Page } from "@playwright/test";
import { test } from "#e2e/support/app";
import { expectAccessible, expectAccessibleInLight } from "#e2e/support/axe";
import { addLeadWithCall, draftFollowUp, recordInquiry, sayWhoWeAre } from "#e2e/support/lead-pages";
import { visit } from "#e2e/support/pages";

// A phone that is touched: no pointer rests anywhere, and nothing is hovered.
test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

const mail = (page: Page) => page.getByRole("region", { name: "The mail" });
const queueRow = (page: Page, name: string) =>
  page.getByRole("region", { name: "Queue" }).getByRole("link", { name });

async function expectNoSideways(page: Page): Promise<void> {
  const wider = await page.evaluate(() =>
    ["html", "body", "main"].filter((name) => {
      const element = document.querySelector(name);
      return element && element.scrollWidth > element.clientWidth;
    }),
  );
  expect(wider).toEqual([]);
}

test("by touch a mail is opened, its block is lifted, words are changed, it is approved and taken back", {
  tag: "@database",
}, async ({ as }) => {
  const [ines, bo] = [await as("ines"), await as("bo")];
  await sayWhoWeAre(ines);
  for (const name of ["Ravi Menon", "Marta Novak"]) {
    await addLeadWithCall(bo, name);
    await draftFollowUp(bo, name.split(" ")[0] ?? "");
  }
  const approve = bo.getByRole("button", { name: /^Approve and keep/ });
  const undo = bo.getByRole("region", { name: "Undo" }).filter({ visible: true });

  await test.step("opened from the queue", async () => {
    await visit(bo, "/reviews");
    await queueRow(bo, "Marta Novak").tap();
    await expect(mail(bo)).toContainText("Hello Marta,");
    await expect(bo.getByText("1 block: consent")).toBeVisible();
    await expectNoSideways(bo);
    await expectAccessible(bo);
  });

  await test.step("consent is recorded", async () => {
    await bo.getByRole("button", { name: "Record consent" }).tap();
    await expectAccessibleInLight(bo);
    await recordInquiry(bo, "Asked for a quote by mail.");
    await expect(bo.getByText("1 block: consent")).toHaveCount(0);
  });

  await test.step("a sentence is edited", async () => {
    await mail(bo).getByText("From my notes").tap();
    // What it stands on is shown under it, and lies over nothing that is needed.
    await expect(bo.getByRole("complementary", { name: "Quote" })).toContainText("January shutdown");
    await bo.getByRole("button", { name: "Edit", exact: true }).tap();
    const editor = bo.getByRole("form", { name: /^Edit this/ });
    await editor.getByRole("textbox", { name: "Text" }).fill("Thank you for showing me around.");
    await expectNoSideways(bo);
    await editor.getByRole("button", { name: "Save" }).tap();
    await expect(mail(bo)).toContainText("Thank you for showing me around");
  });

  await test.step("approved, and taken back", async () => {
    await expect(approve).toBeInViewport({ ratio: 1 });
    await approve.tap();
    await expect(mail(bo)).toContainText("Hello Ravi,");
    await expect(undo).toContainText("What you told me");
    await expectNoSideways(bo);
    await undo.getByRole("button", { name: "Undo" }).tap();
    await expect(mail(bo)).toContainText("Hello Marta,");
    await expect(mail(bo)).toContainText("Thank you for showing me around");
    await expect(approve).toBeVisible();
  });
});
