import { globSync } from "node:fs";
import { expect, type Page } from "@playwright/test";
import { test } from "#e2e/support/app";
import { expectAccessible, expectAccessibleInLight } from "#e2e/support/axe";
import { storeNotes, visit } from "#e2e/support/pages";

// One company for all of it: the link that is printed signs in once, and the pages are looked at as its leader.
test.describe.configure({ mode: "serial" });
test.skip(
  process.env.COUNTERSIGN_TEST_DATABASE === "postgres",
  "The sample company brings its own database.",
);
test.use({ company: "sample" });

let cookies: Awaited<ReturnType<ReturnType<Page["context"]>["cookies"]>>;

const first = (path: string, place: (page: Page) => ReturnType<Page["getByRole"]>) => async (page: Page) => {
  await visit(page, path);
  return String(await place(page).getByRole("link").first().getAttribute("href"));
};
const inTable = (name: string) => (page: Page) => page.getByRole("table", { name });
const inMain = (page: Page) => page.getByRole("main").getByRole("listitem");

/** How a leader gets to each page. What only others see is looked at where it is used. */
const PAGES: Record<string, ((page: Page) => Promise<string>)[]> = {
  "/": [at("/"), at("/?whose=mine"), at("/?period=quarter&ago=1&people=all")],
  "/actions": [at("/actions"), at("/actions?show=overdue"), first("/actions", inMain)],
  "/blockers": [at("/blockers"), first("/blockers", inMain)],
  "/decisions": [at("/decisions"), first("/decisions", inMain)],
  "/deliveries": [at("/deliveries")],
  "/deliveries/[id]": [first("/deliveries", inTable("Deliveries"))],
  "/documents": [at("/documents")],
  "/documents/[id]": [first("/documents", inTable("Documents"))],
  "/figures": [at("/figures?of=unedited&period=quarter"), at("/figures?of=spend"), at("/figures?of=sent")],
  "/leads": [at("/leads")],
  "/leads/[id]": [first("/leads", inTable("Leads"))],
  "/leads/board": [at("/leads/board")],
  "/leads/import": [at("/leads/import")],
  "/leads/new": [at("/leads/new")],
  "/log": [at("/log")],
  "/notices": [at("/notices")],
  "/promises": [at("/promises"), at("/promises?show=past")],
  "/questions": [at("/questions"), first("/questions", inMain)],
  "/reviews": [at("/reviews")],
  "/reviews/batch": [selected],
  "/reviews/[id]": ["/reviews", "/reviews?workflow=follow-up"].map((queue) =>
    first(queue, (page) => page.getByRole("region", { name: "Queue" })),
  ),
  "/runs": [at("/runs")],
  "/runs/[id]": [first("/runs", inTable("Runs"))],
  "/series": [at("/series")],
  "/series/[id]": [first("/series", inMain)],
  "/settings": [at("/settings")],
  "/settings/company": [at("/settings/company")],
  "/settings/follow-ups": [at("/settings/follow-ups")],
  "/settings/holidays": [at("/settings/holidays"), at("/settings/holidays?canada=2027")],
  "/settings/mail": [at("/settings/mail")],
  "/settings/mailbox": [at("/settings/mailbox")],
  "/settings/notices": [at("/settings/notices")],
  "/settings/people": [at("/settings/people")],
  "/settings/people/[userId]": [first("/settings/people", inTable("People"))],
  "/settings/profile": [at("/settings/profile")],
  "/settings/reviews": [at("/settings/reviews")],
  "/settings/workflows": [at("/settings/workflows")],
  "/settings/sessions": [at("/settings/sessions")],
  "/settings/slack": [at("/settings/slack")],
  "/settings/suppressions": [at("/settings/suppressions")],
  "/settings/teams": [at("/settings/teams")],
  "/settings/teams/[teamId]": [first("/settings/teams", inTable("Teams"))],
  "/settings/tokens": [at("/settings/tokens")],
  "/settings/writer": [at("/settings/writer")],
  "/sources/[id]": [store],
  "/sources/[id]/correct": [async (page) => `${new URL(await store(page)).pathname}/correct`],
  "/sources/new": [at("/sources/new")],
  "/standups": [at("/standups")],
  "/standups/[teamId]": [first("/standups", inMain)],
  "/standups/[teamId]/settings": [async (page) => `${await first("/standups", inMain)(page)}/settings`],
  "/standups/people/[id]": [ownHistory],
};
const ELSEWHERE = [
  "/forgot-password",
  "/invitation/[token]",
  "/leads/imports/[id]",
  "/link/[token]",
  "/password/[token]",
  "/settings/people/[userId]/leaving",
  "/setup/[token]",
  "/sign-in",
  "/sign-in/second-step",
  "/unsubscribe/[token]",
];

test("the printed link signs in to a company at work", async ({ app, page }) => {
  await page.goto(String(app.signInLink));
  await expect(page.getByRole("heading", { level: 1, name: "Today" })).toBeVisible();
  await expect(
    page.getByRole("table", { name: "What needs attention" }).getByRole("link").nth(3),
  ).toBeVisible();
  for (const place of [
    "Reviews",
    "Actions",
    "Decisions",
    "Questions",
    "Leads",
    "Deliveries",
    "Documents",
    "Series",
    "Runs",
    "Log",
    "Settings",
  ]) {
    await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: place }).click();
    await expect(page.getByRole("heading", { level: 1, name: place })).toBeVisible();
  }
  await visit(page, "/reviews");
  await expect(page.getByRole("region", { name: "Queue" }).getByRole("listitem").nth(4)).toBeVisible();
  cookies = await page.context().cookies();
});

test("no page is left out", () => {
  const routes = globSync("app/**/page.tsx").map(
    (file) => `/${file.replace(/^app\/|\(\w+\)\/|\/?page\.tsx$/g, "")}`,
  );
  expect([...Object.keys(PAGES), ...ELSEWHERE].sort()).toEqual(routes.sort());
});

for (const [route, ways] of Object.entries(PAGES)) {
  test(`${route} is accessible, and fits a phone`, async ({ page }) => {
    await page.context().addCookies(cookies);
    for (const way of ways) {
      await visit(page, await way(page));
      await expectAccessible(page);
      await page.setViewportSize({ width: 390, height: 844 });
      await expectAccessibleInLight(page);
      await expectNoSideways(page);
      await page.setViewportSize({ width: 1440, height: 900 });
    }
  });
}

function at(path: string) {
  return async () => path;
}

/** The first three drafts of the queue, to be read together. */
async function selected(page: Page): Promise<string> {
  await visit(page, "/reviews");
  const boxes = page.getByRole("checkbox", { name: /^Select/ });
  for (const at of [0, 1, 2]) await boxes.nth(at).check();
  return String(await page.getByRole("link", { name: "Read together" }).getAttribute("href"));
}

async function ownHistory(page: Page): Promise<string> {
  await visit(page, "/settings/profile");
  return `/standups/people/${await page.locator('input[name="userId"]').first().inputValue()}`;
}

async function store(page: Page): Promise<string> {
  await storeNotes(
    page,
    "Kettle\n\nDecisions\n- We buy a second kettle.\n\nActions\n- [ ] Bo: buy the kettle by Friday\n",
  );
  await expect(page.getByRole("link", { name: "Open the draft" })).toBeVisible();
  return page.url();
}

/** Neither the page nor its main part scrolls sideways. */
async function expectNoSideways(page: Page): Promise<void> {
  const wider = await page.evaluate(() =>
    ["html", "body", "main"].filter((name) => {
      const element = document.querySelector(name);
      return element && element.scrollWidth > element.clientWidth;
    }),
  );
  expect(wider, `what is wider than a phone on ${page.url()}`).toEqual([]);
}
