import { expect, type Page } from "@playwright/test";
import { test } from "#e2e/support/app";
import { expectAccessible } from "#e2e/support/axe";
import { seen, selectWords, statementRow, storeNotes, visit, writeDraft } from "#e2e/support/pages";

const notes = (topic: string) =>
  `${topic}\n\nAttendees: Ada Lindqvist, Bo Tran\n\nActions\n- [ ] Bo: write down what ${topic} costs and tell Ada\n- [ ] Ada: pay for ${topic}\n\nThe weather held for ${topic}, a cake stood on every table.\n`;

const evidence = (page: Page) => page.getByRole("region", { name: "Evidence" });
const history = (page: Page) => page.getByRole("list", { name: "History" });

test("what was missed is added from the source, and taken back again", async ({ as }) => {
  const page = await as("ada");
  await writeDraft(page, notes("the picnic"));
  await selectWords(page, "a cake stood on every table");
  await expect(page.getByRole("toolbar", { name: "Add what is selected" })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press("w");
  await expect(page.getByRole("button", { name: "Add as action" })).toBeFocused();
  await page.keyboard.press("Enter");
  const added = statementRow(page, "Actions", "a cake stood on every table");
  await expect(added).toContainText("stated");
  await expect(evidence(page).locator("mark", { hasText: "a cake stood on every table" })).toBeVisible();

  await page.reload();
  await expect(added).toBeVisible();
  await page.getByRole("button", { name: "Take back the last change" }).click();
  await expect(added).toHaveCount(0);
  await page.getByRole("button", { name: /^Changes|^History/ }).click();
  await expect(history(page)).toContainText("took the last change back");
});

test("a statement is split, its halves are merged again, and each step is undone by a key", async ({
  as,
}) => {
  const page = await as("ada");
  await writeDraft(page, notes("the party"));
  await statementRow(page, "Actions", "Write down what").focus();
  await page.keyboard.press("m");
  const dialog = page.getByRole("dialog", { name: "Merge or split this statement" });
  await dialog.getByRole("radio", { name: "Split it in two" }).check();
  await expectAccessible(page);
  await dialog.getByRole("textbox", { name: "The first says" }).fill("Write down what the party costs");
  await dialog.getByRole("textbox", { name: "The second says" }).fill("Tell Ada what the party costs");
  await dialog.getByRole("button", { name: "Split it" }).click();
  await expect(statementRow(page, "Actions", "Tell Ada what the party costs")).toContainText("Bo");

  await statementRow(page, "Actions", "Tell Ada what the party costs").focus();
  await page.keyboard.press("m");
  await dialog.getByRole("radio", { name: /^Merge it with “Pay for the party/ }).check();
  await dialog.getByRole("textbox", { name: "What it says then" }).fill("Tell Ada, who pays for the party");
  await dialog.getByRole("button", { name: "Merge the two" }).click();
  await expect(statementRow(page, "Actions", "Tell Ada, who pays for the party")).toBeVisible();
  await expect(statementRow(page, "Actions", "Pay for the party")).toHaveCount(0);

  await page.keyboard.press("u");
  await expect(statementRow(page, "Actions", "Pay for the party")).toBeVisible();
  await page.keyboard.press("u");
  await expect(statementRow(page, "Actions", "Tell Ada what the party costs")).toHaveCount(0);
});

test.describe("with Claude", () => {
  test.use({ writer: "claude" });

  test("a draft is written again in other words, with what people changed, at a cost that is told", async ({
    as,
    app,
  }) => {
    const page = await as("ada");
    const point = { quote: "Ada: pay for the tent", person: "Ada", due: "" };
    const tell = { quote: "Bo: write down what the tent costs", person: "Bo", due: "" };
    const proposal = (...actions: object[]) => ({
      ...{ outcome: [], summary: [], decisions: [], promises: [], questions: [], deferred: [], earlier: [] },
      actions,
    });
    app.claude?.script(
      {
        kind: "answer",
        proposal: proposal({ ...tell, text: "Write down the costs of the tent" }, { ...point, text: "Pay" }),
      },
      {
        kind: "answer",
        proposal: proposal(
          { ...tell, text: "Note what the tent costs" },
          { ...point, text: "Pay for the tent, all of it" },
        ),
      },
      { kind: "stall" },
    );
    await storeNotes(page, notes("the tent"));
    await page.getByRole("link", { name: "Open the draft" }).click();
    const row = statementRow(page, "Actions", "Write down the costs");
    await row.dblclick();
    const editor = page.getByRole("form", { name: "Edit this action" });
    await editor.getByRole("textbox", { name: "Text" }).fill("List what the tent costs");
    await editor.getByRole("button", { name: "Save" }).click();
    await expect(editor).toHaveCount(0);

    await page.getByRole("button", { name: "Regenerate" }).click();
    const dialog = page.getByRole("dialog", { name: "Write this draft again?" });
    await expectAccessible(page);
    await expect(dialog.getByText(/^The cost of writing the draft again is not known/)).toBeVisible();
    await dialog
      .getByRole("textbox", { name: "What should be different" })
      .fill("Say who pays for all of it");
    await dialog.getByRole("button", { name: "Write the draft again" }).click();
    await expect(statementRow(page, "Actions", "Pay for the tent, all of it")).toBeVisible();
    await expect(statementRow(page, "Actions", "List what the tent costs")).toBeVisible();
    const both = page.getByRole("region", { name: "Changed by both" });
    await expect(both.getByRole("insertion").first()).toBeVisible();
    await both.getByRole("button", { name: /^Take the writer’s/ }).click();
    await expect(statementRow(page, "Actions", "Note what the tent costs")).toBeVisible();
    await expect(both).toHaveCount(0);
    await expect(page.getByRole("button", { name: "Changes r3 → r4" })).toBeVisible();
    expect(JSON.stringify(app.claude?.requests.at(-1)?.body)).toContain("Say who pays for all of it");
    await expect(seen(page, "claude-sonnet-5-5").first()).toBeVisible();

    await page.getByRole("button", { name: "Regenerate" }).click();
    await dialog.getByRole("button", { name: "Write the draft again" }).click();
    const writing = page.getByRole("region", { name: "Writing again" });
    await expect(writing).toContainText("Ada Lindqvist asked for it.");
    await writing.getByRole("button", { name: "Stop" }).click();
    await expect(writing).toHaveCount(0);
    await visit(page, "/runs");
    await expect(page.getByRole("row", { name: /the tent/ }).first()).toContainText("stopped");
  });
});
