import { readFile } from "node:fs/promises";
import { expect, type Page } from "@playwright/test";
import { parse } from "csv-parse/sync";
import { HUBSPOT, manyLeads } from "#e2e/doubles/lead-files";
import { test } from "#e2e/support/app";
import { expectAccessible } from "#e2e/support/axe";
import { visit } from "#e2e/support/pages";

const csv = (name: string, text: string | Buffer) => ({
  name,
  mimeType: "text/csv",
  buffer: Buffer.from(text),
});
const columns = (page: Page) => page.getByRole("list", { name: "Columns of the file" });
const state = (page: Page, word: string) => expect(page.getByText(word, { exact: true })).toBeVisible();

async function bring(page: Page, name: string, text: string | Buffer): Promise<void> {
  await visit(page, "/leads/import");
  await page
    .getByLabel("File of leads", { exact: true })
    .and(page.locator("input"))
    .setInputFiles(csv(name, text));
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
}

test("a file is brought in, its columns are looked at, and its leads are there at once", async ({ as }) => {
  const page = await as("bo");
  await visit(page, "/leads");
  await page.getByRole("link", { name: "Import" }).first().click();
  await expectAccessible(page);
  await bring(page, "hubspot.csv", HUBSPOT);
  await state(page, "Waits for you");
  await expect(page.getByLabel("Field of Contact owner")).toHaveValue("owner");
  await expect(columns(page)).toContainText("Guessed from its name.");
  await expect(page.getByRole("list", { name: "First leads" })).toContainText("Margarethe Voss");
  await expect(page.getByText("3 rows become leads")).toContainText("1 opted out of mail");
  await expectAccessible(page);
  await page.getByLabel("Owner of rows that name none").selectOption("Ada Lindqvist");
  await page.getByRole("button", { name: "Import 3 rows" }).click();
  await state(page, "Done");
  await expect(page.getByRole("definition").first()).toHaveText("are new leads");
  await expectAccessible(page);
  await page.getByRole("link", { name: "Show these leads" }).click();
  await expect(page.getByRole("link", { name: "Margarethe Voss" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Tomás Ferreira" })).toBeVisible();
});

test("a file in Windows-1252 with semicolons reads as it was written, and one column is chosen by hand", async ({
  as,
}) => {
  const page = await as("bo");
  await bring(page, "alt.csv", Buffer.from("Who;Mail\nZoë Brüning;zoe@bruening.example\n", "latin1"));
  await expect(page.getByText("Windows-1252, semicolons between cells")).toBeVisible();
  await expect(columns(page)).toContainText("Zoë Brüning");
  await page.getByLabel("Between cells are").selectOption("Commas");
  await expect(columns(page)).toContainText("Who;Mail");
  await page.getByLabel("Between cells are").selectOption("Semicolons");
  await expect(page.getByLabel("Field of Mail", { exact: true })).toHaveValue("email");
  await page.getByLabel("Field of Who").selectOption("Full name");
  await expect(page.getByRole("list", { name: "First leads" })).toContainText("Zoë Brüning");
  await page.getByLabel("Field of Who").selectOption("E-mail");
  await expect(page.getByText("Two columns are chosen for the same field.")).toBeVisible();
  await page.getByRole("button", { name: "Import 1 row" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Two columns" })).toBeVisible();
});

test("refused rows say why, leave as a safe file, and come back corrected", async ({ as }) => {
  const page = await as("bo");
  const file = "Name,Email,Phone\nKim,kim@hollis.example,1\n=1+1,nobody@,+1 416 555\n,,3\n";
  await bring(page, "broken.csv", file);
  await page.getByRole("button", { name: "Import 3 rows" }).click();
  const rows = page.getByRole("table", { name: "Refused rows" });
  await expect(rows).toContainText("“nobody@” is no address");
  await expect(rows).toContainText("neither an e-mail address nor a name");
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download as CSV" }).click();
  const saved = await download;
  expect(saved.suggestedFilename()).toBe("broken refused.csv");
  const text = await readFile(await saved.path(), "utf8");
  const [, first] = parse(text, { bom: true }) as string[][];
  expect(first).toEqual(["3", expect.stringContaining("no address"), "'=1+1", "nobody@", "'+1 416 555"]);
  await bring(page, "corrected.csv", text.replaceAll(",nobody@,", ",nobody@x.example,"));
  await page.getByRole("button", { name: "Import 2 rows" }).click();
  await page.getByRole("link", { name: "Show these leads" }).click();
  await expect(page.getByRole("link", { name: "=1+1" })).toBeVisible();
});

test("the same leads again change what is new, and double nobody", async ({ as }) => {
  const page = await as("bo");
  await bring(page, "first.csv", "Name,Email,Company\nLena Brandt,lena@brandt.example,Brandt\n");
  await page.getByRole("button", { name: "Import 1 row" }).click();
  await state(page, "Done");
  await bring(page, "second.csv", "Name,Email,Company\nLena Brandt,LENA@brandt.example,Brandt AG\n");
  await page.getByRole("button", { name: "Import 1 row" }).click();
  await page.getByRole("link", { name: "Show these leads" }).click();
  await expect(page.getByRole("link", { name: "Lena Brandt" })).toHaveCount(1);
  await expect(page.getByRole("cell", { name: "Brandt AG" })).toBeVisible();
});

test("a file is discarded, and what is no CSV says so", async ({ as }) => {
  const page = await as("bo");
  await bring(page, "mistake.csv", "Name,Email\nWrong,wrong@x.example\n");
  await page.getByRole("button", { name: "Discard this file" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Discard this file" }).click();
  await state(page, "Discarded");
  await bring(page, "book.csv", Buffer.from("PK\x03\x04 a workbook by its bytes"));
  await expect(page.getByText("Nothing of this file was taken.")).toBeVisible();
  await expect(page.getByText("save it as CSV")).toBeVisible();
  await visit(page, "/leads/import");
  await expect(page.getByRole("table", { name: "Imports" })).toContainText("mistake.csv");
});

test("pasted rows are taken, and a large file shows how far it is without a reload", async ({ as }) => {
  const page = await as("bo");
  await visit(page, "/leads/import");
  await page.getByLabel("Or paste rows").fill("Name\tEmail\nPat Quill\tpat@quill.example");
  await page.getByRole("button", { name: "Take these rows" }).click();
  await expect(page.getByText("UTF-8, tabs between cells")).toBeVisible();

  // The second part waits until somebody else has seen that the file is on its way.
  const { promise: seen, resolve: letGo } = Promise.withResolvers<void>();
  const second = /\/api\/lead-imports\/(\w+)\?number=1$/;
  const asked = page.waitForRequest(second);
  await page.route(second, async (route) => {
    await seen;
    await route.continue();
  });
  await visit(page, "/leads/import");
  const many = csv("many.csv", [...manyLeads(9_000)].join(""));
  await page.getByLabel("File of leads", { exact: true }).and(page.locator("input")).setInputFiles(many);
  const [, importId] = second.exec((await asked).url()) ?? [];
  await expect(page.getByRole("progressbar", { name: "Sent" })).toBeVisible();
  const other = await as("ada");
  await visit(other, `/leads/imports/${importId}`);
  await expect(other.getByRole("progressbar", { name: "Progress of the import" })).toBeVisible();
  await expect(other.getByText("The file is on its way.")).toBeVisible();
  letGo();
  await state(other, "Waits for you");
  await page.getByRole("button", { name: "Import 9,000 rows" }).click();
  await state(other, "Done");
});

test("a viewer sees what was imported and brings nothing in", async ({ as }) => {
  const page = await as("hugo");
  await visit(page, "/leads/import");
  await expect(page.getByRole("button", { name: "Choose a file" })).toHaveCount(0);
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 360, height: 740 } });

  test("a file is brought in without scrolling sideways", async ({ as }) => {
    const page = await as("bo");
    await page.setViewportSize({ width: 360, height: 740 });
    await bring(page, "phone.csv", "Name,Email\nPhone Lead,phone@x.example\nBad,bad@\n");
    await expectAccessible(page);
    await page.getByRole("button", { name: "Import 2 rows" }).click();
    await state(page, "Done");
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(wide).toBeLessThanOrEqual(0);
    await expectAccessible(page);
  });
});
