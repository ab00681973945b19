import { expect, type Page } from "@playwright/test";
import { test } from "#e2e/support/app";
import { expectAccessible } from "#e2e/support/axe";
import { draftTitle, markedQuote, recordRow, statementRow, visit } from "#e2e/support/pages";

// Two meetings of a series, a chapter a test: each begins where the one before ended.
test.describe.configure({ mode: "serial" });

const FIRST = `Depot weekly

Attendees: Ada Lindqvist, Bo Tran, Dana Weiss

Decisions
- Drivers get a printed plan every morning.

Actions
- [ ] Dana: send the lift plan to the depot in Guelph
- [ ] Bo to order three tablets for the night shift

Open questions
- Who holds the key of the second gate?
`;

const SECOND = `Depot weekly

Attendees: Ada Lindqvist, Bo Tran, Dana Weiss

Summary
Dana sent the lift plan to the depot in Guelph on Monday.

Decisions
- Drivers no longer get a printed plan every morning.

Actions
- [ ] Bo: order three tablets for the night shift
- [ ] Dana: ask the landlord about the second gate

Open questions
- Who holds the key of the second gate?
`;

async function store(page: Page, text: string, series?: string): Promise<void> {
  await visit(page, "/sources/new");
  await page.getByRole("textbox", { name: "Text of the source" }).fill(text);
  const field = page.getByRole("combobox", { name: "Series" });
  if (series) await field.fill(series);
  else await expect(field).toHaveValue("Depot weekly");
  await page.getByRole("button", { name: "Store and write" }).click();
  await page.getByRole("link", { name: "Open the draft" }).click();
  await expect(draftTitle(page)).toHaveText("Depot weekly");
}

async function approve(page: Page): Promise<void> {
  await page.getByRole("button", { name: /^Approve \d/ }).click();
  await expect(page.getByRole("region", { name: "Undo" })).toContainText("Depot weekly");
}

test("a first meeting begins a series", { tag: "@database" }, async ({ as }) => {
  const page = await as("ada");
  await store(page, FIRST, "Depot weekly");
  await expect(page.getByRole("region", { name: "Still open" })).toHaveCount(0);
  await approve(page);
  await visit(page, "/series");
  const row = recordRow(page, "Depot weekly");
  await expect(row).toContainText("1 meeting");
  await expect(row).toContainText("2 open actions");
});

test("the next one shows what is still open, and that the notes say it is done", {
  tag: "@database",
}, async ({ as }) => {
  const page = await as("ada");
  await store(page, SECOND);
  const plan = statementRow(page, "Still open", "lift plan");
  await expect(plan).toContainText("The notes say that it is done.");
  await expect(plan.getByRole("button", { name: "Done" })).toHaveAttribute("aria-pressed", "true");
  await plan.focus();
  await expect(markedQuote(page).first()).toHaveText(/Dana sent the lift plan to the depot in Guelph/);
});

test("it offers what was said before as the same, with both quotes", { tag: "@database" }, async ({ as }) => {
  const page = await as("ada");
  await visit(page, "/reviews");
  const tablets = statementRow(page, "Actions", "three tablets");
  await expect(tablets).toContainText("Same as");
  await expect(tablets.locator("mark")).toHaveText([
    /Bo to order three tablets for the night shift/,
    /Bo: order three tablets for the night shift/,
  ]);
  const choice = tablets.getByRole("group", { name: /^How to approve/ });
  await choice.getByRole("button", { name: "As a new one" }).click();
  await expect(choice.getByRole("button", { name: "As a new one" })).toHaveAttribute("aria-pressed", "true");
  await choice.getByRole("button", { name: "As the same" }).click();
  await expect(choice.getByRole("button", { name: "As the same" })).toHaveAttribute("aria-pressed", "true");
  await expect(statementRow(page, "Open questions", "second gate")).toContainText("Said again");
  await expect(statementRow(page, "Decisions", "printed plan")).toContainText("Overturns");
  await expectAccessible(page);
});

test("its approval completes, supersedes and makes nothing twice, and undoing it takes that back", {
  tag: "@database",
}, async ({ as }) => {
  const page = await as("ada");
  await visit(page, "/reviews");
  await approve(page);
  const other = await as("dana");
  await visit(other, "/actions");
  await expect(recordRow(other, "lift plan")).toHaveCount(0);
  await expect(recordRow(other, "three tablets")).toHaveCount(1);
  await visit(other, "/decisions");
  await expect(recordRow(other, "Drivers get a printed plan")).toContainText("Superseded");

  await visit(page, "/series");
  await recordRow(page, "Depot weekly").getByRole("link").click();
  await expect(page.getByRole("list", { name: "Decisions" })).toContainText("superseded");
  await page.getByRole("list", { name: "Meetings" }).getByRole("link").first().click();
  await page.getByRole("button", { name: "Reopen" }).click();
  const reopening = page.getByRole("dialog", { name: /^Reopen/ });
  await expect(reopening).toContainText("What its approval made goes:");
  await reopening.getByRole("button", { name: "Reopen the draft" }).click();
  await expect(page.getByRole("button", { name: /^Approve \d/ })).toBeVisible();
  await visit(other, "/actions");
  await expect(recordRow(other, "lift plan")).toHaveCount(1);
  await visit(other, "/decisions");
  await expect(recordRow(other, "Drivers get a printed plan")).not.toContainText("Superseded");
});

test("an action shows both places where it was said", { tag: "@database" }, async ({ as }) => {
  const page = await as("ada");
  await visit(page, "/reviews");
  await approve(page);
  await visit(page, "/actions");
  await recordRow(page, "three tablets").getByRole("link").first().click();
  const sheet = page.getByRole("complementary", { name: "Action" });
  await expect(sheet).toContainText("Said again");
  await expect(sheet.locator("mark")).toHaveCount(2);
});

test("a meeting of no series that agrees on the same is offered the action there is", async ({ as }) => {
  const page = await as("ada");
  await visit(page, "/sources/new");
  await page
    .getByRole("textbox", { name: "Text of the source" })
    .fill("Rent of the depot\n\nActions\n- [ ] Dana: ask the landlord about the depot's second gate\n");
  await page.getByRole("combobox", { name: "Series" }).fill("");
  await page.getByRole("button", { name: "Store and write" }).click();
  await page.getByRole("link", { name: "Open the draft" }).click();
  const gate = statementRow(page, "Actions", "second gate");
  await expect(gate).toContainText("Same as “Ask the landlord about the second gate” of Depot weekly");
  await expect(gate.locator("mark")).toHaveCount(2);
  await expect(gate.getByRole("button", { name: "As the same" })).toHaveAttribute("aria-pressed", "true");
  await page.getByRole("button", { name: /^Approve \d/ }).click();
  await expect(page.getByRole("region", { name: "Undo" })).toContainText("Rent of the depot");
  await visit(page, "/actions");
  await expect(recordRow(page, "second gate")).toHaveCount(1);
});

test("what is somebody else’s to complete stays open in an approval that is otherwise one’s own", {
  tag: "@database",
}, async ({ as }) => {
  const storeOpen = async (page: Page, text: string) => {
    await visit(page, "/sources/new");
    await page.getByRole("textbox", { name: "Text of the source" }).fill(text);
    await page.getByRole("combobox", { name: "Series" }).fill("Quay weekly");
    await page.getByRole("combobox", { name: "Seen by" }).selectOption("open");
    await page.getByRole("button", { name: "Store and write" }).click();
    await page.getByRole("link", { name: "Open the draft" }).click();
    await expect(draftTitle(page)).toHaveText("Quay weekly");
  };
  const approved = async (page: Page) => {
    await page.getByRole("button", { name: /^Approve / }).click();
    await expect(page.getByRole("region", { name: "Undo" })).toContainText("Quay weekly");
  };
  const [ada, bo] = [await as("ada"), await as("bo")];
  await storeOpen(
    ada,
    "Quay weekly\n\nAttendees: Ada, Dana\n\nActions\n- [ ] Dana: send the crane log to the harbour\n",
  );
  await approved(ada);
  await storeOpen(
    bo,
    "Quay weekly\n\nAttendees: Bo\n\nSummary\nDana sent the crane log to the harbour on Monday.\n",
  );
  const log = statementRow(bo, "Still open", "crane log");
  await expect(log).toContainText("Not yours to complete: its owner or a leader does.");
  await expect(log.getByRole("button", { name: "Done" })).toHaveCount(0);
  await expectAccessible(bo);
  await approved(bo);
  await visit(bo, "/actions");
  await expect(recordRow(bo, "crane log")).toHaveCount(1);
});

test("a series is renamed, and a meeting moved out of it", { tag: "@database" }, async ({ as }) => {
  const page = await as("ada");
  await visit(page, "/series");
  await recordRow(page, "Depot weekly").getByRole("link").click();
  await page.getByRole("button", { name: "Rename" }).click();
  await page.getByRole("textbox", { name: "Name" }).fill("Guelph depot");
  await page.getByRole("button", { name: "Rename the series" }).click();
  await expect(page.getByRole("heading", { level: 2, name: "Guelph depot" })).toBeVisible();
  const meetings = page.getByRole("list", { name: "Meetings" }).getByRole("listitem");
  await expect(meetings).toHaveCount(2);
  await expectAccessible(page);
  await meetings.first().getByRole("button", { name: /^Move/ }).click();
  await page.getByRole("combobox", { name: "Series" }).fill("Other depots");
  await page.getByRole("button", { name: "Move the meeting" }).click();
  await expect(meetings).toHaveCount(1);
  await visit(page, "/series");
  await expect(recordRow(page, "Other depots")).toContainText("1 meeting");
});
