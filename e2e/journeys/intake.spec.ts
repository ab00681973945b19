import { expect, type Page } from "@playwright/test";
import { test } from "#e2e/support/app";
import { draftTitle, storeNotes, visit } from "#e2e/support/pages";

const NOTES =
  "Price list\n\nAttendees: Ada Lindqvist, Bo Tran\n\nDecisions\n- We keep the price of the small tablet.\n";
const CAPTIONS = `WEBVTT

00:00:01.000 --> 00:00:04.000
<v Dana Weiss>I'll send the price list to the printer by tomorrow.

00:00:05.000 --> 00:00:09.000
<v Bo Tran>We decided to keep the small tablets.
`;

const box = (page: Page) => page.getByRole("textbox", { name: "Text of the source" });
const chooser = (page: Page) => page.getByLabel("File of the source");

async function drop(page: Page, name: string, text: string): Promise<void> {
  const dataTransfer = await page.evaluateHandle(
    ([fileName, content]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([content], fileName));
      return transfer;
    },
    [name, text] as const,
  );
  await box(page).dispatchEvent("drop", { dataTransfer });
}

test("what is in the box survives a reload, and the same text is recognised", async ({ as }) => {
  const page = await as("ada");
  await visit(page, "/sources/new");
  await box(page).fill(NOTES);
  await page.getByRole("textbox", { name: "Title" }).fill("The price list");
  await visit(page, "/sources/new");
  await expect(box(page)).toHaveValue(NOTES);
  await expect(page.getByRole("textbox", { name: "Title" })).toHaveValue("The price list");
  await page.getByRole("button", { name: "Store and write" }).click();
  await expect(page.getByRole("link", { name: "Open the draft" })).toBeVisible();
  const [stored] = page.url().split("?");

  await storeNotes(page, NOTES);
  await expect(page.getByText("You stored this text before.")).toBeVisible();
  expect(page.url()).toContain(stored);
});

test("text that somebody else stored is shown, and can be stored anyway", async ({ as }) => {
  const [ada, bo] = [await as("ada"), await as("bo")];
  const notes = `${NOTES}\nOpen questions\n- Who tells the printer?\n`;
  await storeNotes(ada, notes);
  await visit(bo, "/sources/new");
  await box(bo).fill(notes);
  await bo.getByRole("button", { name: "Store and write" }).click();
  await expect(bo.getByText("Ada Lindqvist stored the same text.")).toBeVisible();
  await bo.getByRole("button", { name: "Store it anyway" }).click();
  await bo.getByRole("link", { name: "Open the draft" }).click();
  await expect(draftTitle(bo)).toHaveText("Price list");
});

test("a dropped recording's captions become turns; other files are refused in words", async ({ as }) => {
  const page = await as("ada");
  await visit(page, "/sources/new");
  await drop(page, "plan.docx", "GIF89a");
  await expect(page.getByText("plan.docx is a picture. Save it as .docx, PDF or text")).toBeVisible();
  await chooser(page).setInputFiles({
    name: "long.txt",
    mimeType: "text/plain",
    buffer: Buffer.alloc(2 * 1024 * 1024 + 1, "a"),
  });
  await expect(page.getByText("long.txt is larger than 2 MB.")).toBeVisible();
  await chooser(page).setInputFiles({
    name: "old.txt",
    mimeType: "text/plain",
    buffer: Buffer.from([0xe9, 0x20]),
  });
  await expect(page.getByText("old.txt can’t be read as text in UTF-8 or UTF-16.")).toBeVisible();

  await drop(page, "price-talk.vtt", CAPTIONS);
  await expect(page.getByRole("textbox", { name: "Title" })).toHaveValue("Price talk");
  await expect(page.getByRole("button", { name: "Remove Dana Weiss" })).toBeVisible();
  await page.getByRole("button", { name: "Store and write" }).click();
  await page.getByRole("link", { name: "Open the draft" }).click();
  await expect(page.getByRole("region", { name: "Transcript" })).toContainText("0:01");
  await expect(page.getByRole("region", { name: "Actions" })).toContainText(
    "Send the price list to the printer",
  );
});

test("text that is too long stays in the box with what to do", async ({ as }) => {
  const page = await as("ada");
  await visit(page, "/sources/new");
  await box(page).fill("We keep it. ".repeat(166_667));
  await expect(page.getByText("The text is 4 characters too long. Split it in two.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Store and write" })).toHaveAttribute(
    "aria-disabled",
    "true",
  );
});

test("without a connection the page says so, keeps the text, and goes on afterwards", async ({
  as,
  problems,
}) => {
  problems.expect(/ERR_INTERNET_DISCONNECTED/);
  const page = await as("ada");
  await visit(page, "/sources/new");
  await box(page).fill("Offline\n\nDecisions\n- We print the list on paper.\n");
  await page.context().setOffline(true);
  await expect(page.getByText(/No connection since \d\d:\d\d\./)).toBeVisible();
  await expect(page.getByRole("button", { name: "Store and write" })).toHaveAccessibleDescription(
    /The text is kept here and can be stored once there is a connection\./,
  );
  await page.getByRole("button", { name: "Try now" }).click();
  await expect(page.getByText("Still no connection.")).toBeAttached();
  await page.context().setOffline(false);
  await expect(page.getByText(/No connection since/)).toHaveCount(0);
  await page.getByRole("button", { name: "Store and write" }).click();
  await expect(page.getByRole("link", { name: "Open the draft" })).toBeVisible();
});
