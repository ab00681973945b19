import { expect, type Page } from "@playwright/test";
import { test } from "#e2e/support/app";
import { expectAccessible } from "#e2e/support/axe";
import { CAST, PASSWORD } from "#e2e/support/cast";
import { clearCookies, seen, visit } from "#e2e/support/pages";
import { codeAt } from "#e2e/support/second-factor";

test.describe.configure({ mode: "serial" });

const SESSION = "authjs.session-token";
/** Codes are good once, so each that is needed is of another of the three steps that are taken. */
const codeOf = (secret: string, step: -1 | 0 | 1) => codeAt(secret, new Date(Date.now() + step * 30_000));

async function givePassword(page: Page, email: string): Promise<void> {
  await page.getByRole("textbox", { name: "E-mail" }).fill(email);
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("button", { name: "Sign in" }).click();
}

async function giveCode(page: Page, code: string): Promise<void> {
  await page.getByLabel("Code", { exact: true }).fill(code);
  await page.getByRole("button", { name: "Sign in" }).click();
}

async function shownKey(page: Page): Promise<string> {
  return ((await page.locator("code").textContent()) ?? "").replaceAll(" ", "");
}

const shownCodes = (page: Page) =>
  page.getByRole("list", { name: "Recovery codes" }).getByRole("listitem").allInnerTexts();
const sessionOf = async (page: Page) =>
  (await page.context().cookies()).find(({ name }) => name === SESSION)?.value;

let secret = "";
/** The code that set it up. */
let used: string;
let codes: string[] = [];

test("a second factor is set up with the password and a code, on a new session", async ({ app, as }) => {
  const bo = await as("bo");
  await visit(bo, "/settings/profile");
  const before = await sessionOf(bo);
  await bo.getByRole("button", { name: "Set up a second factor" }).click();
  await expect(bo.getByRole("img", { name: "QR code of the key below" })).toBeVisible();
  await expectAccessible(bo);
  secret = await shownKey(bo);
  await bo.getByLabel("Code", { exact: true }).fill("000000");
  await bo.getByLabel("Your current password").last().fill(PASSWORD);
  await bo.getByRole("button", { name: "Turn the second factor on" }).click();
  await expect(bo.getByText("This code doesn’t fit, or was used already.")).toBeVisible();
  used = codeOf(secret, -1);
  await bo.getByLabel("Code", { exact: true }).fill(used);
  await bo.getByRole("button", { name: "Turn the second factor on" }).click();
  await expect(bo.getByText("Keep these recovery codes where you keep passwords.")).toBeVisible();
  codes = await shownCodes(bo);
  expect(codes).toHaveLength(10);
  await expectAccessible(bo);
  expect(await sessionOf(bo)).not.toBe(before);
  await bo.getByRole("button", { name: "I kept them" }).click();
  await expect(bo.getByText("10 of 10 recovery codes are left.")).toBeVisible();
  await clearCookies(bo);
  await bo.context().addCookies([{ name: SESSION, value: before ?? "", url: app.url }]);
  await visit(bo, "/actions");
  await expect(bo).toHaveURL(/\/sign-in\?next=%2Factions&ended=1$/);
});

test("the password then leads to a second step, and a code in", async ({ page }) => {
  await visit(page, "/actions");
  await givePassword(page, CAST.bo.email);
  await expect(page.getByRole("heading", { name: "Second step" })).toBeVisible();
  await expectAccessible(page);
  expect(await sessionOf(page)).toBeUndefined();
  const [step] = (await page.context().cookies()).filter(({ name }) => name === "countersign.second-step");
  expect(step).toMatchObject({ httpOnly: true, sameSite: "Strict", path: "/sign-in" });

  await giveCode(page, used);
  await expect(page.getByText("This code doesn’t fit, or was used already. 4 tries left.")).toBeVisible();
  await giveCode(page, codeOf(secret, 0));
  await expect(page.getByRole("heading", { level: 1, name: "Actions" })).toBeVisible();
  const [session] = (await page.context().cookies()).filter(({ name }) => name === SESSION);
  expect(session).toMatchObject({ httpOnly: true, sameSite: "Lax", path: "/", secure: false });
});

test("a recovery code does it once", async ({ page }) => {
  const [code = ""] = codes;
  await visit(page, "/sign-in");
  await givePassword(page, CAST.bo.email);
  await giveCode(page, code.replaceAll("-", " ").toUpperCase());
  await expect(page.getByRole("button", { name: "Bo Tran, member" })).toBeVisible();
  await visit(page, "/settings/profile");
  await expect(page.getByText("9 of 10 recovery codes are left.")).toBeVisible();
  await clearCookies(page);
  await visit(page, "/sign-in");
  await givePassword(page, CAST.bo.email);
  await giveCode(page, code);
  await expect(page.getByText("This code doesn’t fit, or was used already.")).toBeVisible();
});

test("a session that was planted or noted before is worth nothing after signing in", async ({
  app,
  page,
  as,
}) => {
  const dana = await as("dana");
  await visit(dana, "/");
  const noted = (await sessionOf(dana)) ?? "";
  await visit(page, "/sign-in");
  await page.context().addCookies([{ name: SESSION, value: noted, url: app.url }]);
  await givePassword(page, CAST.dana.email);
  await expect(page.getByRole("heading", { level: 1, name: "Today" })).toBeVisible();
  expect(await sessionOf(page)).not.toBe(noted);
  await visit(dana, "/");
  await expect(dana).toHaveURL(/\/sign-in\?ended=1$/);
});

for (const next of [
  "https://evil.example/",
  "//evil.example",
  "/\\evil.example",
  "/.//evil.example",
  "/api/auth/signout",
])
  test(`signing in leads home instead of to ${next}`, async ({ app, page }) => {
    await visit(page, `/sign-in?next=${encodeURIComponent(next)}`);
    await page.evaluate((value) => {
      document.querySelector<HTMLInputElement>("input[name=next]")?.setAttribute("value", value);
    }, next);
    await givePassword(page, CAST.ada.email);
    await expect(page).toHaveURL(`${app.url}/`);
  });

test("where the company asks for it, who has none sets one up before anything else", async ({ as, page }) => {
  const ines = await as("ines");
  await visit(ines, "/settings/company");
  await ines.getByRole("button", { name: "Require a second factor of everybody" }).click();
  await ines
    .getByRole("dialog")
    .getByRole("button", { name: "Require a second factor of everybody" })
    .click();
  await expect(ines.getByText("Who signs in with a password must also have a second factor.")).toBeVisible();

  await visit(page, "/sign-in");
  await givePassword(page, CAST.ada.email);
  await expect(page.getByRole("heading", { name: "Set up a second factor" })).toBeVisible();
  await expectAccessible(page);
  expect(await sessionOf(page)).toBeUndefined();
  await page.getByLabel("Code", { exact: true }).fill(codeOf(await shownKey(page), 0));
  await page.getByRole("button", { name: "Set up the second factor" }).click();
  await expect(page.getByRole("list", { name: "Recovery codes" }).getByRole("listitem")).toHaveCount(10);
  await expectAccessible(page);
  expect(await sessionOf(page)).toBeUndefined();
  await page.getByRole("button", { name: "I kept them: sign in" }).click();
  await expect(page.getByRole("button", { name: "Ada Lindqvist, leader" })).toBeVisible();

  await visit(ines, `/settings/people/${CAST.ada.id}`);
  await ines.getByRole("button", { name: "Take the second factor away" }).click();
  await ines.getByRole("dialog").getByRole("button", { name: "Take the second factor away" }).click();
  await expect(ines.getByRole("button", { name: "Take the second factor away" })).toBeHidden();
  await page.reload();
  await expect(seen(page, "Your session is over")).toBeVisible();
});
