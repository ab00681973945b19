import { expect, type Locator, type Page } from "@playwright/test";
import { test } from "#e2e/support/app";
import { expectAccessible, expectAccessibleInLight } from "#e2e/support/axe";
import { draftTitle, seen, statementRow, visit, writeDraft } from "#e2e/support/pages";

// A phone that is touched: no pointer rests anywhere, and nothing is hovered.
test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

const notes = (topic: string) =>
  `${topic}\n\nAttendees: Ada Lindqvist, Bo Tran\n\nDecisions\n- We keep ${topic} as it is.\n\nActions\n- [ ] Bo: write down what ${topic} costs\n`;

/** In reach of a thumb that holds the phone at its foot, and large enough to hit. */
async function expectInReach(page: Page, target: Locator): Promise<void> {
  const box = await target.boundingBox();
  const height = page.viewportSize()?.height ?? 0;
  expect(box?.height).toBeGreaterThanOrEqual(44);
  expect(box?.width).toBeGreaterThanOrEqual(44);
  expect(box?.y).toBeGreaterThan(height * 0.66);
  await expect(target).toBeInViewport({ ratio: 1 });
}

async function expectNoSideways(page: Page): Promise<void> {
  const wider = await page.evaluate(() =>
    ["html", "body", "main"].filter((name) => {
      const element = document.querySelector(name);
      return element && element.scrollWidth > element.clientWidth;
    }),
  );
  expect(wider).toEqual([]);
}

test("a whole review is made by touch: read, look, edit, approve, take back and reject", async ({ as }) => {
  const page = await as("ada");
  for (const topic of ["the ferry", "the bridge"]) await writeDraft(page, notes(topic));
  await visit(page, "/reviews");
  const undo = page.getByRole("region", { name: "Undo" }).filter({ visible: true });
  const approve = page.getByRole("button", { name: /^Approve 1 decision, 1 action/ });

  await test.step("opens a draft", async () => {
    await expectAccessible(page);
    await page.getByRole("region", { name: "Queue" }).getByRole("link", { name: "the ferry" }).tap();
    await expect(draftTitle(page)).toHaveText("the ferry");
    for (const name of [/^Approve 1 decision/, "Edit", "Reject"])
      await expectInReach(page, page.getByRole("button", { name, exact: true }));
    await expectNoSideways(page);
    await expectAccessible(page);
  });

  await test.step("looks at the evidence", async () => {
    await statementRow(page, "Actions", "Write down").getByText("Write down").first().tap();
    const quote = page.getByRole("complementary", { name: "Quote" });
    await expect(quote).toContainText("write down what the ferry costs");
    await expectAccessibleInLight(page);
    await quote.getByRole("button", { name: "Close the quote" }).tap();
    await expect(quote).toHaveCount(0);
    const parts = page.getByRole("navigation", { name: "Parts of the draft" });
    await parts.getByRole("button", { name: /^Evidence/ }).tap();
    await expect(page.getByRole("region", { name: "Evidence" })).toContainText("We keep the ferry");
    await expectInReach(page, approve);
    await expectAccessibleInLight(page);
    await parts.getByRole("button", { name: "Draft" }).tap();
  });

  await test.step("edits", async () => {
    await statementRow(page, "Actions", "Write down").getByText("Write down").first().tap();
    await page.getByRole("button", { name: "Edit", exact: true }).tap();
    const editor = page.getByRole("form", { name: "Edit this action" });
    await editor.getByRole("textbox", { name: "Text" }).fill("Write down what the ferry costs a crossing");
    await editor.getByRole("button", { name: "Save" }).tap();
    await expect(statementRow(page, "Actions", "costs a crossing")).toBeVisible();
  });

  await test.step("approves, and takes it back", async () => {
    await approve.tap();
    await expect(draftTitle(page)).toHaveText("the bridge");
    await expect(undo).toContainText("the ferry");
    await expectInReach(page, undo.getByRole("button", { name: "Undo" }));
    await expectNoSideways(page);
    await undo.getByRole("button", { name: "Undo" }).tap();
    await expect(draftTitle(page)).toHaveText("the ferry");
    await expect(approve).toBeVisible();
    await approve.tap();
    await expect(draftTitle(page)).toHaveText("the bridge");
  });

  await test.step("rejects with a reason", async () => {
    await page.getByRole("button", { name: "Reject", exact: true }).tap();
    const dialog = page.getByRole("dialog", { name: "Reject “the bridge”" });
    await dialog.getByText("Already recorded elsewhere").tap();
    await expectAccessibleInLight(page);
    await dialog.getByRole("button", { name: "Reject the draft" }).tap();
    await expect(page.getByRole("heading", { name: "Nothing waits for you" })).toBeVisible();
    await expect(undo).toContainText("the bridge");
  });
});

test("drafts are selected and approved together by touch", async ({ as }) => {
  const page = await as("ada");
  for (const topic of ["the tram", "the train"]) await writeDraft(page, notes(topic));
  await visit(page, "/reviews");
  for (const topic of ["the tram", "the train"])
    await page.getByRole("checkbox", { name: `Select “${topic}”` }).tap();
  await expect(seen(page, "2 selected")).toBeVisible();
  await expectAccessibleInLight(page);
  await expectNoSideways(page);
  await page.getByRole("link", { name: "Read together" }).tap();
  const both = page.getByRole("button", { name: /^Approve these 2 drafts/ });
  await expectInReach(page, both);
  await expectNoSideways(page);
  await expectAccessible(page);
  await both.tap();
  await expect(page.getByRole("article", { name: "the train" })).toContainText("approved, 3 records");
});
