import { expect } from "@playwright/test";
import { test } from "#e2e/support/app";
import {
  companyToday,
  draftTitle,
  markedQuote,
  recordRow,
  seen,
  statementRow,
  visit,
} from "#e2e/support/pages";
import { addDays, formatDay } from "#lib/format/dates";
import { meetingNotes } from "#lib/workflows/meeting-notes/workflow";

// From pasted notes to tracked records, a chapter a test: each begins where the one before ended.
test.describe.configure({ mode: "serial" });

const today = companyToday();
const tomorrow = formatDay(addDays(today, 1), { today });
const moved = addDays(today, 40);

const NOTES = `Office move, second round

Attendees: Ada Lindqvist, Bo Tran, Dana Weiss

Summary
The landlord in Kitchener offered six more months at the same rent.

Decisions
- We keep the Kitchener office until March.
- The old server goes to Chidi.

Actions
- [ ] Dana: send the signed offer to the landlord by tomorrow
- [ ] Bo to ask two movers for a price in two weeks
- [ ] Book a room for the farewell lunch

Open questions
- Who signs the lease for the new place?

I could look at the parking permits some day.
`;

test("notes are stored, written up while one looks on, and open as a draft", { tag: "@database" }, async ({
  as,
}) => {
  const page = await as("ada");
  await visit(page, "/?whose=mine");
  await expect(page.getByRole("heading", { name: "Nothing waits for you" })).toBeVisible();
  await page.getByRole("main").getByRole("link", { name: "New source" }).first().click();

  await page.getByRole("textbox", { name: "Text of the source" }).fill(NOTES);
  await expect(page.getByRole("textbox", { name: "Title" })).toHaveValue("Office move, second round");
  await expect(page.getByLabel("Held on")).toHaveValue(today);
  await expect(page.getByRole("button", { name: "Remove Bo Tran" })).toBeVisible();
  await page.getByRole("button", { name: "Store and write" }).click();

  await expect(page.getByRole("heading", { level: 1, name: "Office move, second round" })).toBeVisible();
  const progress = page.getByRole("region", { name: "Progress" });
  for (const step of ["Stored", "Written", "Checked", "Ready to review"])
    await expect(progress.getByText(step, { exact: true })).toBeVisible();
  await expect(progress).toContainText(`built-in rules ${meetingNotes.rulesVersion}`);
  await expect(progress).toContainText("2 decisions, 3 actions, 1 open question");
  await page.getByRole("link", { name: "Open the draft" }).click();

  await expect(draftTitle(page)).toHaveText("Office move, second round");
  await expect(page.getByText("No model was connected.")).toBeVisible();
});

test("each statement shows its sentence, and can be set right in its row", { tag: "@database" }, async ({
  as,
}) => {
  const page = await as("ada");
  await visit(page, "/reviews");
  const offer = statementRow(page, "Actions", "Send the signed offer");
  await expect(offer.getByRole("button", { name: `Due: ${tomorrow}, “tomorrow”. Change` })).toBeVisible();
  await expect(offer.getByText("stated")).toBeVisible();
  await offer.focus();
  await expect(markedQuote(page)).toHaveText(/Dana: send the signed offer to the landlord by tomorrow/);

  await page.getByRole("checkbox", { name: "Keep The old server goes to Chidi" }).uncheck();
  await expect(page.getByRole("region", { name: "Decisions" })).toContainText("1 of 2 kept");

  const lunch = statementRow(page, "Actions", "farewell lunch");
  await lunch.getByRole("button", { name: "Owner: nobody. Change" }).click();
  await page.getByRole("combobox", { name: "Owner" }).fill("dan");
  await page.getByRole("option", { name: "Dana Weiss" }).click();
  await expect(lunch.getByRole("button", { name: "Owner: Dana Weiss. Change" })).toBeVisible();
  await lunch.getByRole("button", { name: "Due: no date. Change" }).click();
  await page.getByLabel("Due date").fill(moved);
  await page.getByLabel("Due date").press("Enter");
  await expect(lunch.getByText("set by hand")).toBeVisible();

  await statementRow(page, "Actions", "Ask two movers").dblclick();
  const editor = page.getByRole("form", { name: "Edit this action" });
  await editor.getByRole("textbox", { name: "Text" }).fill("Ask three movers for a price");
  await editor.getByRole("button", { name: "Save" }).click();
  await expect(statementRow(page, "Actions", "Ask three movers for a price")).toBeVisible();
  await expect(page.getByRole("button", { name: /^Changes r1 → r5/ })).toBeVisible();
});

test("a sentence that became nothing is added, and the draft approved", { tag: "@database" }, async ({
  as,
}) => {
  const page = await as("ada");
  await visit(page, "/reviews");
  await page.getByRole("button", { name: /^Unmatched/ }).click();
  await page
    .getByRole("button", { name: "Add action: I could look at the parking permits some day." })
    .click();
  const permits = statementRow(page, "Actions", "parking permits");
  await expect(permits).toBeFocused();
  await permits.press("x");
  await expect(page.getByRole("region", { name: "Actions" })).toContainText("3 of 4 kept");

  await expect(seen(page, "Approving files this page under Documents and adds")).toContainText(
    "1 decision, 3 actions and 1 open question. Dana and Bo will find theirs under Actions.",
  );
  await page.getByRole("button", { name: "Approve 1 decision, 3 actions" }).click();
  await expect(page.getByRole("heading", { name: "Nothing waits for you" })).toBeVisible();
});

test("the actions are tracked, with owner and day, and lead back to their sentence", {
  tag: "@database",
}, async ({ as }) => {
  const page = await as("ada");
  await visit(page, "/actions");
  const offer = recordRow(page, "Send the signed offer");
  await expect(seen(offer, "Dana Weiss")).toBeVisible();
  await expect(seen(offer, tomorrow)).toBeVisible();
  const lunch = recordRow(page, "Book a room");
  await expect(seen(lunch, formatDay(moved, { today }))).toBeVisible();
  await expect(recordRow(page, "parking permits")).toHaveCount(0);

  await page.getByRole("combobox", { name: "Whose actions" }).selectOption("Bo Tran");
  await expect(recordRow(page, "Ask three movers")).toBeVisible();
  await expect(offer).toHaveCount(0);
  await page.getByRole("combobox", { name: "Whose actions" }).selectOption("Anyone");

  await offer.getByRole("link", { name: "Send the signed offer" }).click();
  const sheet = page.getByRole("complementary", { name: "Action" });
  await expect(sheet.locator("mark")).toHaveText(/send the signed offer to the landlord by tomorrow/);
  await sheet.getByRole("link", { name: "Open in its source" }).click();
  await expect(draftTitle(page)).toHaveText("Office move, second round");
  await expect(statementRow(page, "Actions", "Send the signed offer")).toHaveAttribute(
    "aria-current",
    "true",
  );
  await expect(markedQuote(page)).toHaveText(/send the signed offer to the landlord by tomorrow/);
});

test("an owner finds the action on Today, completes it, moves and gives away others", {
  tag: "@database",
}, async ({ as }) => {
  const page = await as("dana");
  await visit(page, "/");
  const complete = page.getByRole("button", { name: "Complete: Send the signed offer to the landlord" });
  await complete.click();
  await expect(page.getByRole("region", { name: "Undo" })).toContainText("Send the signed offer");
  await expect(complete).toHaveCount(0);

  await visit(page, "/actions");
  await expect(recordRow(page, "Send the signed offer")).toHaveCount(0);
  const lunch = recordRow(page, "Book a room");
  await lunch.getByRole("button", { name: /^More for/ }).click();
  await page.getByRole("menuitem", { name: "Move the due day" }).click();
  await page.getByRole("dialog").getByLabel("Due").fill(addDays(moved, 7));
  await page.getByRole("button", { name: "Move the day" }).click();
  await expect(seen(lunch, formatDay(addDays(moved, 7), { today }))).toBeVisible();
  await lunch.getByRole("button", { name: /^More for/ }).click();
  await page.getByRole("menuitem", { name: "Cancel with a reason" }).click();
  await page.getByLabel("Why it will not be done").fill("The lunch is at the new place.");
  await page.getByRole("button", { name: "Cancel the action" }).click();
  await expect(lunch).toHaveCount(0);
  await page.getByRole("link", { name: "Cancelled" }).click();
  await lunch.getByRole("link").click();
  const sheet = page.getByRole("complementary", { name: "Action" });
  await expect(sheet).toContainText("The lunch is at the new place.");
  await expect(sheet).toContainText("Dana Weiss cancelled");
});

test("decision, question and minutes are filed, and the question is answered", { tag: "@database" }, async ({
  as,
}) => {
  const page = await as("ada");
  await visit(page, "/decisions");
  await expect(recordRow(page, "The old server")).toHaveCount(0);
  await recordRow(page, "We keep the Kitchener office").getByRole("link", { name: "Sentence" }).click();
  await expect(markedQuote(page)).toHaveText(/We keep the Kitchener office until March/);

  await visit(page, "/questions");
  await recordRow(page, "Who signs the lease").getByRole("link").click();
  const sheet = page.getByRole("complementary", { name: "Open question" });
  await sheet.getByRole("textbox", { name: "Answer" }).fill("Ada signs it.");
  await sheet.getByRole("button", { name: "Answer the question" }).click();
  await expect(sheet.getByText("Ada signs it.").first()).toBeVisible();

  await visit(page, "/documents");
  await page.getByRole("link", { name: "Office move, second round" }).click();
  const minutes = page.getByRole("article");
  await expect(minutes.getByRole("heading", { name: "Decisions" })).toBeVisible();
  await expect(minutes).toContainText("Ask three movers for a price");
  await page.getByRole("link", { name: "Open its draft" }).click();
  await expect(page.getByText("Approved", { exact: true })).toBeVisible();
});
