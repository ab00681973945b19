import { expect, type Page } from "@playwright/test";
import { requestFor } from "#e2e/support/api";
import { test } from "#e2e/support/app";
import { expectAccessible } from "#e2e/support/axe";
import { companyToday, draftTitle, statementRow, visit, writeDraft } from "#e2e/support/pages";
import { makeToken } from "#e2e/support/token";

const notes = (topic: string) =>
  `${topic}\n\nAttendees: Ada Lindqvist, Bo Tran\n\nDecisions\n- We keep ${topic} as it is.\n\nActions\n- [ ] Bo: write down what ${topic} costs\n`;

/** The text of a draft that stands in the page, seen or not. */
const standing = (page: Page, words: string) =>
  page.locator("[aria-label='Draft text']").filter({ hasText: words });

test("the next draft stands ready unseen, is shown at the key, and its address follows", {
  tag: "@database",
}, async ({ as }) => {
  const [ada, bo] = [await as("ada"), await as("bo")];
  for (const topic of ["the gate", "the fence", "the hedge"]) {
    await writeDraft(ada, notes(topic));
    // Who leaves while the hold is being taken holds it until it runs out.
    await expect(ada.getByText("Held by you")).toBeVisible();
  }
  await visit(ada, "/reviews");
  await expect(draftTitle(ada)).toHaveText("the gate");
  await expect(standing(ada, "the fence")).toBeAttached();
  await expect(standing(ada, "the fence")).toBeHidden();
  await expect(ada.getByRole("article", { name: "Draft" })).toHaveCount(1);
  await expectAccessible(ada);

  await visit(bo, "/reviews");
  await expect(bo.getByRole("region", { name: "Queue" })).not.toContainText("Ada reads");

  let answer = () => {};
  const asked = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await ada.route(/\/reviews\/drf_\w+/, async (route) => {
    await asked;
    await route.continue();
  });
  const before = ada.url();
  await ada.keyboard.press("j");
  await expect(draftTitle(ada)).toHaveText("the fence");
  await expect(draftTitle(ada)).toBeFocused();
  await ada.keyboard.press("]");
  await ada.keyboard.press("]");
  await expect(statementRow(ada, "Decisions", "We keep the fence")).toBeFocused();
  answer();
  await expect(ada).not.toHaveURL(before);
  await expect(standing(ada, "the hedge")).toBeHidden();
  await expect(statementRow(ada, "Decisions", "We keep the fence")).toBeFocused();

  await ada.goBack();
  await expect(draftTitle(ada)).toHaveText("the gate");
  await ada.goForward();
  await expect(draftTitle(ada)).toHaveText("the fence");
  await ada.reload();
  await expect(draftTitle(ada)).toHaveText("the fence");
});

test("keys pressed faster than drafts come are all counted", async ({ as }) => {
  const ada = await as("ada");
  for (const topic of ["the gate", "the fence", "the hedge", "the path"]) await writeDraft(ada, notes(topic));
  await visit(ada, "/reviews");
  await expect(draftTitle(ada)).toHaveText("the gate");
  for (let n = 0; n < 3; n++) await ada.keyboard.press("j");
  await expect(draftTitle(ada)).toHaveText("the path");
  for (let n = 0; n < 2; n++) await ada.keyboard.press("k");
  await expect(draftTitle(ada)).toHaveText("the fence");
  await expect(ada.getByRole("region", { name: "Queue" }).locator("[aria-current=page]")).toContainText(
    "the fence",
  );
});

test("what changes in the next draft before it is turned to is shown when it is", {
  tag: "@database",
}, async ({ as }) => {
  const [ada, bo] = [await as("ada"), await as("bo")];
  for (const topic of ["the pump", "the pipe"]) await writeDraft(bo, notes(topic));
  const row = (topic: string) =>
    ada.getByRole("region", { name: "Queue" }).getByRole("link", { name: topic });
  await visit(ada, "/reviews");
  await row("the pump").click();
  await expect(draftTitle(ada)).toHaveText("the pump");
  await expect(standing(ada, "what the pipe costs")).toBeAttached();

  await statementRow(bo, "Actions", "Write down what the pipe costs").dblclick();
  const editor = bo.getByRole("form", { name: "Edit this action" });
  await editor.getByRole("textbox", { name: "Text" }).fill("Write down who mends the pipe");
  await editor.getByRole("button", { name: "Save" }).click();
  await expect(standing(ada, "who mends the pipe")).toBeAttached();
  await ada.keyboard.press("j");
  await expect(statementRow(ada, "Actions", "Write down who mends the pipe")).toBeVisible();
  await expect(ada.getByRole("alert").filter({ hasText: "Bo edited" })).toHaveCount(0);
});

test("who walks by key comes past the first page of a long queue, and sees the row of what is open", async ({
  as,
  app,
}) => {
  const ada = await as("ada");
  const secret = await makeToken(ada, "Archive");
  const many = 34;
  for (let n = 1; n <= many; n++) {
    const body = {
      workflow: "meeting-notes",
      title: `Shelf ${n}`,
      text: notes(`shelf ${n}`),
      heldOn: companyToday(),
      timeZone: "America/Toronto",
      visibility: "open",
    };
    const answer = await fetch(requestFor("/sources", secret, { method: "POST", body }, app.url));
    expect(answer.status).toBe(201);
  }
  const queue = ada.getByRole("region", { name: "Queue" });
  await visit(ada, "/reviews");
  await expect(queue).toContainText("30+");
  const open = queue.locator("[aria-current=page]");
  for (let n = 2; n <= 32; n++) {
    const before = await open.textContent();
    await ada.keyboard.press("j");
    await expect(open).not.toHaveText(before ?? "");
    await expect(open).toBeInViewport();
  }
});
