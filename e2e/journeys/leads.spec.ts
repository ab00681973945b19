import { expect, type Locator, type Page } from "@playwright/test";
import { test } from "#e2e/support/app";
import { expectAccessible } from "#e2e/support/axe";
import { leadPart } from "#e2e/support/lead-pages";
import { visit } from "#e2e/support/pages";

// One lead, a chapter a test: each begins where the one before ended.
test.describe.configure({ mode: "serial" });

let address = "";

async function openKim(page: Page): Promise<void> {
  await visit(page, address);
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
  await page.keyboard.press("l");
  const form = page.getByRole("form", { name: "New lead" });
  await form.getByLabel("Name", { exact: true }).fill("Kim Okonkwo");
  await form.getByLabel("E-mail").fill("Kim@Hollis.example");
  await form.getByLabel("Company").fill("Hollis Cold Storage");
  await form.getByLabel("Deal").fill("about 40k");
  await expectAccessible(page);
  await form.getByRole("button", { name: "Add the lead" }).click();
  await expect(form.getByText("Write the amount in figures")).toBeVisible();
  await form.getByLabel("Deal").fill("12,000");
  await form.getByRole("button", { name: "Add the lead" }).click();
  await page.waitForURL(/\/leads\/led_/);
  address = new URL(page.url()).pathname;
  await expect(leadPart(page, "How far it is")).toContainText("CAD 12,000.00");

  await visit(page, "/leads/new");
  await form.getByLabel("Name", { exact: true }).fill("K. Okonkwo");
  await form.getByLabel("E-mail").fill("kim@hollis.EXAMPLE");
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
  await expect(leadPart(bo, "Who they are")).toContainText("Head of Operations");
  // The page of the second hears of it, and must not take that for being seen.
  await expect(ada.getByText("Head of Operations, Hollis Cold Storage")).toBeVisible();
  await form.getByRole("button", { name: "Save" }).click();
  await expect(form.getByRole("alert")).toContainText("Bo Tran changed the title");
  await expect(form.getByRole("textbox")).toHaveValue("Director");
  await form.getByRole("button", { name: "Save" }).click();
  await expect(form).toHaveCount(0);
  await expect(leadPart(ada, "Who they are")).toContainText("Director");
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
  const field = page.getByRole("searchbox", { name: "Name, company or address" });
  await field.fill("hollis cold");
  await field.press("Enter");
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
  await page.keyboard.press("/");
  await page.getByRole("combobox", { name: "Search or run a command" }).fill("okon");
  await expect(page.getByRole("option", { name: /^Kim Okonkwo/ })).toBeVisible();
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
