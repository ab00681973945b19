import { expect } from "@playwright/test";
import { test } from "#e2e/support/app";
import { expectAccessible } from "#e2e/support/axe";
import { visit, writeDraft } from "#e2e/support/pages";
import { scriptWeight } from "#e2e/support/weight";

/** Kilobytes of scripts, gzip, that the desk may ask for over a page that shows nothing. */
const DESK_KB = 90;

const notes = (topic: string) =>
  `${topic}\n\nAttendees: Ada Lindqvist, Bo Tran\n\nActions\n- [ ] Bo: write down what ${topic} costs\n`;

test("the queue is narrowed down, and a filter is kept under a name, renamed and dropped", {
  tag: "@database",
}, async ({ as }) => {
  const [page, bo] = [await as("ada"), await as("bo")];
  await writeDraft(page, notes("the sauna"));
  await writeDraft(bo, notes("the boiler"));
  await visit(page, "/reviews");
  const queue = page.getByRole("region", { name: "Queue" });
  const show = queue.getByRole("combobox", { name: "Show" });
  const [sauna, boiler] = ["the sauna", "the boiler"].map((name) => queue.getByRole("link", { name }));
  await expect(boiler!).toBeVisible();
  await show.selectOption("mine");
  await expect(boiler!).toHaveCount(0);
  await expect(sauna!).toBeVisible();
  await expect(page).toHaveURL(/\/reviews\?show=mine$/);
  await visit(page, page.url());
  await expect(boiler!).toHaveCount(0);
  await sauna!.click();
  await expect(page).toHaveURL(/\/reviews\/drf_\w+\?show=mine$/);
  await page.goBack();
  await page.goBack();
  await expect(show).toHaveValue("waiting");
  await expect(boiler!).toBeVisible();

  await show.selectOption("narrow");
  const dialog = page.getByRole("dialog", { name: "Narrow the queue down" });
  await expectAccessible(page);
  await dialog.getByRole("combobox", { name: "Part of the queue" }).selectOption("waiting");
  await dialog.getByRole("combobox", { name: "Brought in by" }).selectOption({ label: "Bo Tran" });
  await dialog.getByRole("textbox", { name: "Keep it under a name, if you want" }).fill("From Bo");
  await dialog.getByRole("button", { name: "Show these" }).click();
  await expect(sauna!).toHaveCount(0);
  await expect(boiler!).toBeVisible();

  await visit(page, "/reviews");
  await expect(sauna!).toBeVisible();
  await show.selectOption({ label: "From Bo 1" });
  await expect(sauna!).toHaveCount(0);
  await show.selectOption("narrow");
  await dialog.getByRole("textbox", { name: "Name of From Bo" }).fill("Bo’s");
  await dialog.getByRole("button", { name: "Rename" }).click();
  await dialog.getByRole("button", { name: "Drop Bo’s" }).click();
  await expect(dialog.getByRole("region", { name: "Kept filters" })).toHaveCount(0);
});

test("the desk stays within its weight of scripts", async ({ as, problems }) => {
  problems.expect(/status of 404/);
  const [page, empty] = [await as("ada"), await as("bo")];
  await writeDraft(page, notes("the weight"));
  await visit(page, "/reviews");
  await expect(page.getByRole("button", { name: "Approve" })).toBeEnabled();
  await empty.goto("/nowhere");
  const over = (await scriptWeight(page)) - (await scriptWeight(empty));
  test.info().annotations.push({ type: "kB over an empty page", description: over.toFixed(1) });
  expect(over).toBeLessThanOrEqual(DESK_KB);
});
