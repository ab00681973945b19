import { readFileSync } from "node:fs";
import { expect, type Page } from "@playwright/test";
import { test } from "#e2e/support/app";
import { expectAccessible } from "#e2e/support/axe";
import { ENGINEERING } from "#e2e/support/cast";
import { ACTION, CERTIFICATE, QUESTION, stageLeaderMorning } from "#e2e/support/mornings";
import { visit } from "#e2e/support/pages";

// One morning of Ada’s, a chapter a test.
test.describe.configure({ mode: "serial", timeout: 90_000 });
test.use({ past: { happened: stageLeaderMorning } });

/** Each kind of thing that needs somebody: its line, whose it is, and the one next step. */
const LINES = [
  { line: CERTIFICATE, who: "You", step: "Resolve", to: /\/blockers\?open=/ },
  { line: QUESTION, who: "You", step: "Decide", to: /\/questions\?open=/ },
  { line: /Leadership.*unknown/, who: "Ada Lindqvist|You", step: "Decide", to: /\/deliveries\/dlv_/ },
  { line: /Leadership.*failed/, who: "Ada Lindqvist|You", step: "Decide", to: /\/deliveries\/dlv_/ },
  { line: "Meeting notes has used 95 % of its $1", who: "", step: "Decide", to: /\/settings\/workflows/ },
  { line: ACTION, who: "You", step: "Open", to: /\/actions\?.*open=/ },
  { line: "Depot visit", who: "Bo Tran", step: "Review", to: /\/reviews\/drf_/ },
  { line: "Hollis Cold Storage", who: "Bo Tran", step: "Open", to: /\/leads\/led_/ },
  { line: "Engineering waits for IT", who: "IT", step: "Open", to: /\/blockers\?team=/ },
  { line: "Bo Tran has 14 open actions", who: "Bo Tran", step: "Share out", to: /\/actions\?who=/ },
  { line: "Engineering has two people", who: "Dana Weiss", step: "Open", to: /\/settings\/teams/ },
];

const attention = (page: Page) => page.getByRole("table", { name: "What needs attention" });
const rowOf = (page: Page, line: string | RegExp) =>
  attention(page).getByRole("row").filter({ hasText: line }).first();

test("everything that needs attention has its age, its person and one next step, which leads there", async ({
  as,
}) => {
  const ada = await as("ada");
  await visit(ada, "/");
  await expect(ada.getByText(/^Twelve things need attention/)).toBeVisible();
  await expectAccessible(ada);
  const steps: { href: string; to: RegExp }[] = [];
  for (const { line, who, step, to } of LINES) {
    const row = rowOf(ada, line);
    await expect(row, String(line)).toContainText(new RegExp(who));
    if (step !== "Decide" || who) await expect(row.getByRole("cell").first()).toHaveText(/^\d+( \w+)?$/);
    const link = row.getByRole("link", { name: step, exact: true });
    steps.push({ href: String(await link.getAttribute("href")), to });
  }
  for (const { href, to } of steps) {
    expect(href).toMatch(to);
    await visit(ada, href);
    await expect(ada.getByRole("heading", { level: 1 })).toBeVisible();
  }
});

test("doing the next step takes the line away from an open page", async ({ as }) => {
  const [today, ada] = [await as("ada"), await as("ada")];
  await visit(today, "/");
  const follow = async (line: string, step: string) => {
    await visit(ada, "/");
    await rowOf(ada, line).getByRole("link", { name: step, exact: true }).click();
  };
  await follow(CERTIFICATE, "Resolve");
  await ada.getByRole("complementary", { name: "Blocker" }).getByRole("button", { name: "Resolve" }).click();
  await ada.getByRole("dialog").getByRole("textbox").fill("IT renewed it.");
  await ada.getByRole("dialog").getByRole("button", { name: "Resolve" }).click();
  await expect(rowOf(today, CERTIFICATE)).toHaveCount(0);
  await expect(rowOf(today, "Engineering waits for IT")).toHaveCount(0);

  await follow(QUESTION, "Decide");
  const question = ada.getByRole("complementary", { name: "Open question" });
  await question.getByRole("textbox", { name: "Answer" }).fill("We do.");
  await question.getByRole("button", { name: "Answer the question" }).click();
  await expect(rowOf(today, QUESTION)).toHaveCount(0);

  await follow(ACTION, "Open");
  await ada.getByRole("complementary", { name: "Action" }).getByRole("button", { name: "Complete" }).click();
  await expect(rowOf(today, ACTION)).toHaveCount(0);

  await follow("Depot visit", "Review");
  await ada.getByRole("button", { name: /^Approve/ }).click();
  await expect(rowOf(today, "Depot visit")).toHaveCount(0);
});

test("the week has its period and team in the address, its numbers in a table and in a file", async ({
  as,
}) => {
  const ada = await as("ada");
  await visit(ada, "/");
  const hours = ada.getByRole("table", { name: "How net hours are made up" });
  await expect(hours.getByRole("row", { name: /By hand|by hand/ })).toContainText("1.0");
  const byWeek = ada.getByRole("table", { name: "Net hours saved by week" });
  await expect(byWeek).toBeHidden();
  await ada.locator("details").filter({ hasText: "Net hours saved by week" }).getByText("As a table").click();
  await expect(byWeek).toBeVisible();
  const decided = ada.getByRole("table", { name: "Drafts decided" });
  const unedited = decided.getByRole("row", { name: /Approved unedited/ }).getByRole("cell");
  await expect(unedited).toHaveText("2");

  await ada.getByRole("button", { name: "Export" }).click();
  const [file] = await Promise.all([
    ada.waitForEvent("download"),
    ada.getByRole("menuitem", { name: /As CSV/ }).click(),
  ]);
  const csv = readFileSync(await file.path(), "utf8");
  expect(csv).toMatch(/Drafts decided,period,approved unedited,2,drafts/);
  const net = Number(/Hours saved,period,net,(-?[\d.]+),hours/.exec(csv)?.[1]);
  const shown = await hours.getByRole("row", { name: /^Net/ }).getByRole("cell").textContent();
  expect(Number(shown?.replace("−", "-"))).toBeCloseTo(net, 1);

  await ada.emulateMedia({ media: "print" });
  await expect(ada.getByText(/^Today, \w+day .+ \d{4}$/)).toBeVisible();
  await ada.emulateMedia({ media: "screen" });
  await expect(ada.getByText(/^Today, \w+day /)).toBeHidden();

  await ada.getByRole("link", { name: "Month" }).click();
  await expect(ada).toHaveURL(/period=month/);
  await ada.getByRole("combobox", { name: "Of which team" }).selectOption(ENGINEERING.id);
  await expect(ada).toHaveURL(/team=tea_engineering/);
  await expect(unedited).toHaveText("0");
  await ada.reload();
  await expect(ada.getByRole("combobox", { name: "Of which team" })).toHaveValue(ENGINEERING.id);
});

test("how net hours are counted is one click away, where another baseline changes them", async ({ as }) => {
  const [today, ada] = [await as("ada"), await as("ada")];
  await visit(today, "/");
  const byHand = today
    .getByRole("table", { name: "How net hours are made up" })
    .getByRole("row", { name: /by hand/ });
  await expect(byHand).toContainText("1.0");
  await visit(ada, "/");
  await ada.getByRole("link", { name: "How it is counted" }).first().click();
  await expect(ada.getByRole("heading", { name: "How net hours saved are counted" })).toBeVisible();
  const notes = ada.locator("section").filter({ has: ada.getByRole("heading", { name: "Meeting notes" }) });
  await notes.getByRole("textbox", { name: "Minutes by hand for one draft" }).fill("60");
  await ada.getByRole("button", { name: "Save the minutes of meeting notes" }).click();
  await expect(byHand).toContainText("2.0");
});

test("what is printed is the page without what is for the screen, on a narrow page too", async ({ as }) => {
  const ada = await as("ada");
  await ada.setViewportSize({ width: 360, height: 740 });
  await visit(ada, "/");
  await expectAccessible(ada);
  const wider = () => ada.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(await wider()).toBeLessThanOrEqual(0);
  await ada.setViewportSize({ width: 1000, height: 1400 });
  await ada.emulateMedia({ media: "print" });
  for (const role of ["navigation", "combobox"] as const) await expect(ada.getByRole(role)).toHaveCount(0);
  await expect(ada.getByRole("table", { name: "How net hours are made up" })).toBeVisible();
  await expect(attention(ada)).toBeVisible();
});
