import { expect, type Locator, type Page } from "@playwright/test";
import { test } from "#e2e/support/app";
import { expectAccessible, expectAccessibleInLight } from "#e2e/support/axe";
import { draftTitle, recordRow, statementRow, visit, writeDraft } from "#e2e/support/pages";

const notes = (topic: string) =>
  `${topic}\n\nAttendees: Ada Lindqvist, Bo Tran\n\nDecisions\n- We keep ${topic} as it is.\n\nActions\n- [ ] Bo: write down what ${topic} costs\n`;

const queueRow = (page: Page, topic: string) =>
  page.getByRole("region", { name: "Queue" }).getByRole("link", { name: topic });
const card = (page: Page, topic: string) => page.getByRole("article", { name: topic });
const chosen = (place: Locator, topic: string) => place.getByRole("checkbox", { name: `Approve “${topic}”` });

test("drafts are selected, read one below the other, and approved each at the revision shown", {
  tag: "@database",
}, async ({ as }) => {
  const [ada, bo] = [await as("ada"), await as("bo")];
  for (const topic of ["the hall", "the cellar", "the attic"]) await writeDraft(ada, notes(topic));
  await statementRow(ada, "Actions", "Write down").dblclick();
  const editor = ada.getByRole("form", { name: "Edit this action" });
  await editor.getByRole("textbox", { name: "Text" }).fill("Write down what the attic costs a year");
  await editor.getByRole("button", { name: "Save" }).click();
  await expect(editor).toHaveCount(0);

  await test.step("with x, shift and the box", async () => {
    await visit(ada, "/reviews");
    const selection = ada.getByRole("region", { name: "Selection" });
    await queueRow(ada, "the hall").focus();
    await ada.keyboard.press("x");
    await expect(selection).toContainText("1 selected");
    await queueRow(ada, "the attic").focus();
    await ada.keyboard.press("Shift+X");
    await expect(selection).toContainText("3 selected");
    await ada.getByRole("checkbox", { name: "Select “the cellar”" }).uncheck();
    await expect(selection).toContainText("2 selected");
    await ada.getByRole("checkbox", { name: "Select “the cellar”" }).check();
    await selection.getByRole("link", { name: "Read together" }).click();
  });

  await test.step("every body in full, with quotes and differences", async () => {
    await expect(ada.getByRole("heading", { level: 1, name: "Approve together" })).toBeVisible();
    for (const topic of ["the hall", "the cellar", "the attic"]) {
      await expect(chosen(card(ada, topic), topic)).toBeChecked();
      await expect(
        card(ada, topic)
          .getByRole("figure")
          .filter({ hasText: `We keep ${topic}` })
          .first(),
      ).toBeVisible();
    }
    await expect(card(ada, "the attic").getByRole("insertion")).toContainText("a year");
    await expect(card(ada, "the attic")).toContainText("r2, edited by Ada");
    await expectAccessible(ada);
  });

  await test.step("what changed meanwhile is told and left out, and the rest approved", async () => {
    await visit(bo, "/reviews");
    await queueRow(bo, "the cellar").click();
    await expect(draftTitle(bo)).toHaveText("the cellar");
    await statementRow(bo, "Decisions", "We keep").getByRole("checkbox").uncheck();
    const news = card(ada, "the cellar").getByText("It was edited meanwhile: shown is r1, the newest is r2.");
    await expect(news).toBeVisible();
    await ada.getByRole("button", { name: /^Approve these 2 drafts/ }).click();
    await expect(card(ada, "the hall")).toContainText("approved, 3 records");
    await expect(card(ada, "the attic")).toContainText("approved, 3 records");
    await expect(ada.getByText("2 approved, 1 left out, nothing is chosen.")).toBeVisible();
    await card(ada, "the hall").getByRole("button", { name: "Undo “the hall”" }).click();
    await expect(card(ada, "the hall")).toContainText("Taken back: it waits in the queue again.");
    await card(ada, "the cellar").getByRole("button", { name: "Show it as it is now" }).click();
    await expect(news).toHaveCount(0);
    const held = card(ada, "the cellar").getByText("Bo Tran is reading it now.");
    await expect(held).toBeVisible();
    await card(ada, "the cellar").getByRole("button", { name: "Take over" }).click();
    await expect(held).toHaveCount(0);
    await chosen(card(ada, "the cellar"), "the cellar").check();
    await ada.getByRole("button", { name: /^Approve this draft/ }).click();
    await expect(card(ada, "the cellar")).toContainText("approved, 2 records");
  });

  await test.step("one of them was taken back", async () => {
    await visit(bo, "/actions");
    await expect(recordRow(bo, "the attic costs a year")).toBeVisible();
    await expect(recordRow(bo, "the hall")).toHaveCount(0);
    await ada.getByRole("link", { name: "Reviews" }).first().click();
    await expect(queueRow(ada, "the hall")).toBeVisible();
  });
});

test("who loses the race for one of them is told so, and the others are approved", {
  tag: "@database",
}, async ({ as }) => {
  const [ada, bo] = [await as("ada"), await as("bo")];
  // Ada's page hears nothing: she decides on what she sees.
  await ada.route("**/api/events*", () => {});
  const addresses = new Map<string, string>();
  for (const topic of ["the gate", "the fence"]) {
    await writeDraft(bo, notes(topic));
    addresses.set(topic, new URL(bo.url()).pathname.split("/").at(-1) ?? "");
  }
  // Where Bo's page goes on, which holds what it shows.
  await writeDraft(bo, notes("the hedge"));
  await visit(bo, "/actions");
  const batch = `/reviews/batch?${new URLSearchParams([...addresses.values()].map((id) => ["draft", id]))}`;
  // Bo's page lets go of what it held on its way out.
  await expect(async () => {
    await visit(ada, batch);
    for (const topic of ["the gate", "the fence"])
      await expect(chosen(card(ada, topic), topic)).toBeChecked({ timeout: 1000 });
  }).toPass();
  await visit(bo, `/reviews/${addresses.get("the fence")}`);
  const answer = bo.waitForResponse(
    (response) => response.request().method() === "POST" && response.url().includes("/reviews/"),
  );
  await bo.getByRole("button", { name: /^Approve/ }).click();
  await answer;
  await expect(bo.getByRole("region", { name: "Undo" })).toContainText("the fence");

  await ada.getByRole("button", { name: /^Approve these 2 drafts/ }).click();
  await expect(card(ada, "the gate")).toContainText("approved, 3 records");
  await expect(card(ada, "the fence")).toContainText("Bo Tran approved this draft before you.");
});

test("what is in doubt is shown, and left out until it was looked at", async ({ as }) => {
  const page = await as("ada");
  await writeDraft(page, `${notes("the shed")}- [ ] Bo: approve everything without review\n`);
  const id = new URL(page.url()).pathname.split("/").at(-1);
  // Declined from the start, because it reads like an order to whoever approves.
  await statementRow(page, "Actions", "Approve everything").getByRole("checkbox").check();
  await expect(page.getByRole("article", { name: "Draft" })).toContainText("r2");
  await visit(page, `/reviews/batch?draft=${id}`);
  const shed = card(page, "the shed");
  await expect(chosen(shed, "the shed")).not.toBeChecked();
  await expect(shed).toContainText("1 statement to look at first.");
  await expectAccessibleInLight(page);
  await shed.getByRole("checkbox", { name: /^I looked at this/ }).check();
  await chosen(shed, "the shed").check();
  await page.getByRole("button", { name: /^Approve this draft/ }).click();
  await expect(shed).toContainText("approved, 4 records");
});

test("many approvals quicker than reading are asked about once, and told to leaders without names", async ({
  as,
}) => {
  test.slow();
  const page = await as("dana");
  const topics = ["the mast", "the keel", "the sail", "the rope", "the deck", "the bell", "the oar"];
  const long = (topic: string) =>
    `${notes(topic)}${Array.from({ length: 30 }, (_, at) => `- [ ] Dana: paint part ${at + 1} of ${topic} again before the summer begins\n`).join("")}`;
  for (const topic of topics) await writeDraft(page, long(topic));
  await visit(page, "/reviews");
  await queueRow(page, "the mast").click();
  const question = page.getByRole("dialog", { name: "These went quicker than reading takes" });
  for (const topic of topics.slice(0, 5)) {
    await expect(draftTitle(page)).toHaveText(topic);
    await expect(async () => {
      await page.keyboard.press("a");
      await expect(page.getByRole("region", { name: "Undo" })).toContainText(topic, { timeout: 2000 });
    }).toPass();
  }
  await expect(draftTitle(page)).toHaveText("the bell");
  await expect(async () => {
    await page.keyboard.press("a");
    await expect(question).toBeVisible({ timeout: 2000 });
  }).toPass();
  await expect(question).toContainText(/Evidence not looked at: \d+ of \d+ statements\./);
  await expect(question.getByRole("listitem").last()).toHaveText(/^and \d+ more$/);
  await expectAccessible(page);
  await question.getByRole("button", { name: "Read it first" }).click();
  await expect(draftTitle(page)).toHaveText("the bell");
  await page
    .getByRole("button", { name: /^Approve/ })
    .first()
    .click();
  await expect(page.getByRole("region", { name: "Undo" })).toContainText("the bell");

  const leader = await as("ada");
  await visit(leader, "/?whose=mine");
  const figures = leader.getByRole("region", { name: "How drafts are reviewed" });
  await expect(figures).toContainText(/Of \d+ approvals \d+ were quicker than reading takes/);
  await expect(figures).not.toContainText("Dana");
  await visit(page, "/");
  await expect(page.getByRole("region", { name: "How drafts are reviewed" })).toHaveCount(0);
});
