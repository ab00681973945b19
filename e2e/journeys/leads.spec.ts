import { expect, type Locator, type Page } from "@playwright/test";
import { test } from "#e2e/support/app";
import { expectAccessible } from "#e2e/support/axe";
import { companyToday, visit } from "#e2e/support/pages";
import { addMonths } from "#lib/format/dates";

// One lead, a chapter a test: each begins where the one before ended.
test.describe.configure({ mode: "serial" });

let address = "";

async function openKim(page: Page): Promise<void> {
  await visit(page, address);
}

function part(page: Page, title: string): Locator {
  return page
    .getByRole("main")
    .locator("section")
    .filter({ has: page.getByRole("heading", { name: title }) });
}

async function changeFact(page: Page, name: string, value: string): Promise<Locator> {
  await page.getByRole("button", { name: `Change ${name}` }).click();
  const form = page.getByRole("form", { name: `Change ${name}` });
  await form.getByRole("textbox").first().fill(value);
  await form.getByRole("button", { name: "Save" }).click();
  return form;
}

test("a lead is added by key, and the same address leads to who has it", { tag: "@database" }, async ({
  as,
}) => {
  const page = await as("bo");
  await visit(page, "/leads");
  await expect(page.getByRole("heading", { name: "There are no open leads" })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press("c");
  const form = page.getByRole("form", { name: "New lead" });
  await form.getByLabel("Name", { exact: true }).fill("Kim Okonkwo");
  await form.getByLabel("Address").fill("Kim@Hollis.example");
  await form.getByLabel("Company").fill("Hollis Cold Storage");
  await form.getByLabel("Deal").fill("about 40k");
  await expectAccessible(page);
  await form.getByRole("button", { name: "Add the lead" }).click();
  await expect(form.getByText("Write the amount in figures")).toBeVisible();
  await form.getByLabel("Deal").fill("12,000");
  await form.getByRole("button", { name: "Add the lead" }).click();
  await page.waitForURL(/\/leads\/led_/);
  address = new URL(page.url()).pathname;
  await expect(part(page, "How far it is")).toContainText("CAD 12,000.00");

  await visit(page, "/leads/new");
  await form.getByLabel("Name", { exact: true }).fill("K. Okonkwo");
  await form.getByLabel("Address").fill("kim@hollis.EXAMPLE");
  await form.getByRole("button", { name: "Add the lead" }).click();
  await expect(form.getByRole("alert")).toContainText("“Kim Okonkwo” has this address already.");
  await expect(form.getByLabel("Name", { exact: true })).toHaveValue("K. Okonkwo");
  await form.getByRole("link", { name: "Open Kim Okonkwo" }).click();
  await page.waitForURL(address);
});

test("of two who change it at once the second is told, and keeps what was typed", {
  tag: "@database",
}, async ({ as }) => {
  const [bo, ada] = [await as("bo"), await as("ada")];
  await openKim(bo);
  await openKim(ada);
  await ada.getByRole("button", { name: "Change title" }).click();
  const form = ada.getByRole("form", { name: "Change title" });
  await form.getByRole("textbox").fill("Director");
  await changeFact(bo, "title", "Head of Operations");
  await expect(part(bo, "Who they are")).toContainText("Head of Operations");
  // The page of the second hears of it, and must not take that for being seen.
  await expect(ada.getByText("Head of Operations, Hollis Cold Storage")).toBeVisible();
  await form.getByRole("button", { name: "Save" }).click();
  await expect(form.getByRole("alert")).toContainText("Bo Tran changed the title");
  await expect(form.getByRole("textbox")).toHaveValue("Director");
  await form.getByRole("button", { name: "Save" }).click();
  await expect(form).toHaveCount(0);
  await expect(part(ada, "Who they are")).toContainText("Director");
});

test("a note stands in the timeline once, and survives a reload before it is added", {
  tag: "@database",
}, async ({ as }) => {
  const page = await as("bo");
  await openKim(page);
  const form = page.getByRole("form", { name: "Add to the timeline" });
  const text = "Kim asked for a trial in the cold room in Guelph.";
  await form.getByRole("button", { name: "Call" }).click();
  await form.getByLabel("Text").fill(text);
  await openKim(page);
  await expect(form.getByLabel("Text")).toHaveValue(text);
  await form.getByRole("button", { name: "Add to the timeline" }).click();
  const timeline = page.getByRole("list", { name: "Timeline" });
  await expect(timeline).toContainText(text);
  await form.getByLabel("Text").fill(text);
  await form.getByRole("button", { name: "Add to the timeline" }).click();
  await expect(form.getByRole("status")).toHaveText("This text was there already.");
  await expect(timeline.getByRole("listitem")).toHaveCount(1);
  await expectAccessible(page);
  await timeline.getByRole("link", { name: "Open the text" }).click();
  await page.getByRole("link", { name: "Open the lead" }).click();
  await page.waitForURL(address);
});

test("consent is recorded with what proves it, and expires", { tag: "@database" }, async ({ as }) => {
  const page = await as("bo");
  await openKim(page);
  const panel = part(page, "May they be written to?");
  await expect(panel).toContainText("No consent recorded");
  const record = async (basis: RegExp, day: string) => {
    await panel.getByRole("button", { name: "Record consent" }).click();
    const dialog = page.getByRole("dialog", { name: "Record consent" });
    const choice = dialog.getByLabel("Why they may be written to");
    const label = await choice.getByRole("option").filter({ hasText: basis }).textContent();
    await choice.selectOption({ label: label ?? "" });
    await dialog.getByLabel("On which day").fill(day);
    await dialog.getByLabel("What proves it").fill("Wrote through the form of the web site.");
    await expectAccessible(page);
    await dialog.getByRole("button", { name: "Record consent" }).click();
    await expect(dialog).toHaveCount(0);
  };
  const today = companyToday();
  await record(/inquiry/, addMonths(today, -7));
  await expect(panel).toContainText("Consent has expired");
  await record(/purchase/, addMonths(today, -7));
  await expect(panel).toContainText("May be written to");
  await expect(panel).toContainText("2 consents were recorded");
  await expect(panel).toContainText("Wrote through the form of the web site.");
});

test("a domain on the list stops all mail to it, until fresh consent lifts it", { tag: "@database" }, async ({
  as,
}) => {
  const page = await as("bo");
  await visit(page, "/settings/suppressions");
  await page.getByRole("button", { name: "Add an address or domain" }).click();
  const dialog = page.getByRole("dialog", { name: "Send nothing to" });
  await dialog.getByLabel("Address or domain").fill("@Hollis.EXAMPLE");
  await dialog.getByRole("button", { name: "Send nothing any more" }).click();
  await expect(page.getByRole("table", { name: "Nothing is sent to" })).toContainText("hollis.example");
  await expectAccessible(page);
  await openKim(page);
  const panel = part(page, "May they be written to?");
  await expect(panel).toContainText("Everything at hollis.example is on the list that nothing is sent to");
  await visit(page, "/leads");
  await expect(page.getByRole("row").filter({ hasText: "Kim Okonkwo" })).toContainText("suppressed");

  await visit(page, "/settings/suppressions");
  await page.getByRole("button", { name: "Lift hollis.example" }).click();
  const lifting = page.getByRole("dialog", { name: "Write to hollis.example again" });
  await lifting.getByLabel("What proves it").fill("Their director asked us in writing to go on.");
  await lifting.getByRole("button", { name: "Record consent and lift" }).click();
  await expect(
    page.getByRole("heading", { name: "Everybody may be written to who consented" }),
  ).toBeVisible();
});

test("cards move on the board by menu and by key, and who was slower is told", { tag: "@database" }, async ({
  as,
  problems,
}) => {
  const page = await as("bo");
  await visit(page, "/leads/board");
  const column = (name: string) => page.getByRole("region", { name, exact: true });
  await expect(column("New")).toContainText("1 lead");
  await expect(column("New")).toContainText("CAD 12,000.00");
  await expectAccessible(page);
  await page.keyboard.press("j");
  await page.keyboard.press(">");
  await expect(column("Contacted").getByRole("link", { name: "Kim Okonkwo" })).toBeFocused();
  await expect(column("Contacted")).toContainText("CAD 12,000.00");
  await expect(column("New")).toContainText("No lead is in this stage.");

  const ada = await as("ada");
  // Who hears of it late moves what is somewhere else by now.
  problems.expect(/Failed to load resource.*api\/events/);
  await ada.route("**/api/events*", (route) => route.abort());
  await visit(ada, "/leads/board");
  await column("Contacted").getByRole("button", { name: "Move Kim Okonkwo" }).click();
  await page.getByRole("menuitem", { name: "Move to Qualified" }).click();
  await expect(column("Qualified").getByRole("link", { name: "Kim Okonkwo" })).toBeVisible();
  await ada.getByRole("button", { name: "Move Kim Okonkwo" }).click();
  await ada.getByRole("menuitem", { name: "Move to Lost" }).click();
  await expect(ada.getByRole("alert").filter({ hasText: "Bo Tran moved" })).toContainText("Kim Okonkwo");
  await expect(ada.getByRole("region", { name: "Qualified", exact: true })).toContainText("Kim Okonkwo");
});

test("the list is narrowed down, and a view of it kept; the search finds leads", {
  tag: "@database",
}, async ({ as }) => {
  const page = await as("bo");
  await visit(page, "/leads");
  const row = page.getByRole("row").filter({ hasText: "Kim Okonkwo" });
  await expect(row).toContainText("Qualified");
  await page.keyboard.press("/");
  await page.keyboard.type("hollis cold");
  await page.keyboard.press("Enter");
  await page.waitForURL(/words=hollis/);
  await expect(row).toHaveCount(1);
  await page.getByRole("button", { name: "Keep this view" }).click();
  const dialog = page.getByRole("dialog", { name: "Keep this view" });
  await dialog.getByLabel("Name").fill("Hollis");
  await dialog.getByRole("button", { name: "Keep the view" }).click();
  await expect(dialog).toHaveCount(0);
  await expectAccessible(page);
  await visit(page, "/leads?words=giraffe");
  await expect(page.getByRole("heading", { name: "No lead fits" })).toBeVisible();
  await page.getByRole("link", { name: "Hollis", exact: true }).click();
  await expect(row).toHaveCount(1);
  await page.keyboard.press("j");
  await expect(row.getByRole("link")).toBeFocused();
  await page.keyboard.press("Enter");
  await page.waitForURL(address);
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 360, height: 780 }, hasTouch: true, isMobile: true });

  test("the board is a list for each stage, and the page of a lead fits", { tag: "@database" }, async ({
    as,
  }) => {
    const page = await as("bo");
    await visit(page, "/leads/board?stage=qualified");
    await expect(page.getByRole("link", { name: "Kim Okonkwo" })).toBeVisible();
    await expectAccessible(page);
    await page.getByRole("button", { name: "Move Kim Okonkwo" }).tap();
    await page.getByRole("menuitem", { name: "Move to Won" }).tap();
    await expect(page.getByRole("link", { name: "Kim Okonkwo" })).not.toBeVisible();
    for (const path of ["/leads?stage=any", "/leads/board?stage=won", "/leads/new", address]) {
      await visit(page, path);
      await expectNoSideways(page);
    }
    await expectAccessible(page);
  });
});

async function expectNoSideways(page: Page): Promise<void> {
  const wider = await page.evaluate(() =>
    ["html", "body", "main"].filter((name) => {
      const element = document.querySelector(name);
      return element && element.scrollWidth > element.clientWidth;
    }),
  );
  expect(wider, page.url()).toEqual([]);
}

test("whoever only reads sees it all and changes nothing, and a leader deletes it wholly", {
  tag: "@database",
}, async ({ as }) => {
  const hugo = await as("hugo");
  await openKim(hugo);
  await expect(hugo.getByRole("heading", { name: "Kim Okonkwo", level: 2 })).toBeVisible();
  await expect(hugo.getByRole("button", { name: /^Change|Record consent|Delete/ })).toHaveCount(0);
  await expect(hugo.getByRole("form", { name: "Add to the timeline" })).toHaveCount(0);
  const ada = await as("ada");
  await openKim(ada);
  await ada.getByRole("button", { name: "Delete the lead" }).click();
  await ada.getByRole("dialog").getByRole("button", { name: "Delete the lead" }).click();
  await ada.waitForURL("/leads");
  await visit(ada, "/leads?stage=any");
  await expect(ada.getByRole("heading", { name: "No lead fits" })).toBeVisible();
});
