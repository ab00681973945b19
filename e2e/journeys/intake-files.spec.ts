import { expect, type Page } from "@playwright/test";
import { docxOf, pdfOf } from "#e2e/doubles/uploads";
import { test } from "#e2e/support/app";
import { draftTitle, visit } from "#e2e/support/pages";

const chooser = (page: Page) => page.getByLabel("File of the source");
const row = (page: Page, name: string) =>
  page.getByRole("region", { name: "Files" }).getByRole("listitem", { name });
const file = (name: string, buffer: Buffer) => ({ name, mimeType: "application/octet-stream", buffer });

const NOTES = docxOf([
  "Printer talk",
  "Attendees: Ada Lindqvist, Bo Tran",
  "ACTION: Bo to call the printer by 2026-12-01",
]);
const MINUTES = pdfOf([["Paper talk", "Decision: We buy the thick paper."]]);

test("several files: each becomes a source, a bad one says why, a cancelled one is gone", async ({ as }) => {
  const page = await as("ada");
  await visit(page, "/sources/new");
  // One never answers, so that it can be cancelled on its way.
  await page.route(/\/api\/uploads\?name=slow\.pdf/, () => {});
  await chooser(page).setInputFiles([
    file("printer.docx", NOTES),
    file("locked.pdf", pdfOf([["x"]], { encrypted: true })),
    file("slow.pdf", MINUTES),
    file("paper.pdf", MINUTES),
  ]);
  await expect(row(page, "locked.pdf")).toContainText("locked.pdf is protected by a password.");
  await page.getByRole("button", { name: "Cancel slow.pdf" }).click();
  await expect(row(page, "slow.pdf")).toContainText("Cancelled");
  await expect(row(page, "printer.docx").getByRole("textbox", { name: "Title" })).toHaveValue("Printer talk");
  await expect(row(page, "printer.docx").getByRole("button", { name: "Remove Bo Tran" })).toBeVisible();
  await row(page, "paper.pdf").getByRole("textbox", { name: "Title" }).fill("Which paper");

  // There is no text beside them: storing them is what the page does, and its key with it.
  await expect(page.getByRole("button", { name: "Store and write" })).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Store 2 files" })).toBeVisible();
  await page.getByRole("textbox", { name: "Text of the source" }).press("Control+Enter");
  await expect(row(page, "printer.docx")).toContainText("Stored");
  await row(page, "paper.pdf").getByRole("link", { name: "Which paper" }).click();
  await page.getByRole("link", { name: "Open the draft" }).click();
  await expect(draftTitle(page)).toHaveText("Which paper");
  await expect(page.getByRole("region", { name: "Decisions" })).toContainText("thick paper");
});

test("one Word document fills the box, and says what was left out", async ({ as }) => {
  const page = await as("ada");
  await visit(page, "/sources/new");
  await chooser(page).setInputFiles(
    file("glue.docx", docxOf(["Glue talk", "TODO: Ada to buy glue", "<w:p><w:r><w:drawing/></w:r></w:p>"])),
  );
  await expect(page.getByRole("textbox", { name: "Text of the source" })).toHaveValue(/Ada to buy glue/);
  await expect(page.getByText("Read from glue.docx. One picture was left out.")).toBeVisible();
  await page.getByRole("button", { name: "Store and write" }).click();
  await expect(page.getByRole("link", { name: "Open the draft" })).toBeVisible();
});

test("what is too large or empty is told before it is sent, and the others are taken", async ({ as }) => {
  const page = await as("ada");
  await visit(page, "/sources/new");
  await chooser(page).setInputFiles([file("empty.pdf", Buffer.alloc(0)), file("printer.docx", NOTES)]);
  await expect(row(page, "empty.pdf")).toContainText("empty.pdf is empty. Nothing was taken.");
  await expect(row(page, "printer.docx").getByRole("textbox", { name: "Title" })).toHaveValue("Printer talk");
  await expect(row(page, "empty.pdf")).toContainText("Not taken");
});
