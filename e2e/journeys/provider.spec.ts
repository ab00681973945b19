import { expect, type Page } from "@playwright/test";
import { PROVIDER_NAME } from "#e2e/doubles/oidc";
import { type App, test } from "#e2e/support/app";
import { expectAccessible } from "#e2e/support/axe";
import { CAST } from "#e2e/support/cast";
import { clearCookies, seen, visit } from "#e2e/support/pages";

test.use({ provider: "beside" });

const BO = { sub: "0042", email: CAST.bo.email, email_verified: true };
const NOT_FINISHED = `The sign-in with ${PROVIDER_NAME} was not finished, so nobody was signed in.`;

function comesAs(app: App, account: { sub: string; email?: string; email_verified?: boolean }): void {
  if (!app.oidc) throw new Error("There is no provider.");
  app.oidc.account = account;
}

async function enter(page: Page, path = "/sign-in"): Promise<void> {
  await visit(page, path);
  await page.getByRole("button", { name: `Sign in with ${PROVIDER_NAME}` }).click();
}

/**
 * Begins at the sign-in page and goes to the provider and back, step by step, with `name` changed to `value` where an
 * address has it. Returns the address of the answer, which no browser has opened yet.
 */
async function answerWith(page: Page, app: App, name: string, value: string): Promise<string> {
  const changed = (address: string) => {
    const url = new URL(address);
    if (url.searchParams.has(name)) url.searchParams.set(name, value);
    return url.href;
  };
  const asked = Promise.withResolvers<string>();
  await page.route(`${app.oidc?.issuer}/auth?*`, async (route) => {
    asked.resolve(route.request().url());
    await route.fulfill({ contentType: "text/html", body: "<h1>The provider</h1>" });
  });
  await enter(page);
  let at = changed(await asked.promise);
  while (!at.startsWith(app.url)) {
    const response = await page.context().request.get(at, { maxRedirects: 0 });
    at = changed(new URL(response.headers().location ?? "", at).href);
  }
  // The browser is on its way there, and another address would be in its way.
  await expect(page.getByRole("heading", { name: "The provider" })).toBeVisible();
  return at;
}

test("somebody on the roster comes in, to where they wanted, on a session that can be ended", async ({
  app,
  page,
  as,
}) => {
  comesAs(app, BO);
  await visit(page, "/actions");
  await expectAccessible(page);
  await page.getByRole("button", { name: `Sign in with ${PROVIDER_NAME}` }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Actions" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Bo Tran, member" })).toBeVisible();

  const ines = await as("ines");
  await visit(ines, `/settings/people/${CAST.bo.id}`);
  await expect(
    ines.getByRole("button", { name: `Release the account at ${app.oidc?.issuer}` }),
  ).toBeVisible();
  await visit(page, "/settings/sessions");
  await expect(page.getByText("this one")).toBeVisible();
});

test("an account stays whose it is when its address changes, and no other account has it", async ({
  app,
  page,
  browser,
}) => {
  comesAs(app, { ...BO, email: CAST.ada.email });
  await enter(page);
  await expect(page.getByRole("button", { name: "Bo Tran, member" })).toBeVisible();
  const other = await browser.newPage({ baseURL: app.url });
  comesAs(app, { ...BO, sub: "0666" });
  await enter(other);
  await expect(seen(other, "signs in with another account at the provider")).toBeVisible();
  await other.close();
});

for (const [who, account, sentence] of [
  [
    "an unverified address",
    { ...BO, sub: "1", email_verified: false },
    "hasn’t verified your e-mail address",
  ],
  ["an address nobody has", { ...BO, sub: "2", email: "eve@larkfield.example" }, "Nobody on the roster has"],
  ["no address", { sub: "3" }, "didn’t say your e-mail address"],
] as const)
  test(`${who} opens nothing, and the page says why`, async ({ app, page }) => {
    comesAs(app, account);
    await enter(page);
    await expect(page.getByRole("alert").filter({ hasText: sentence })).toBeVisible();
    await visit(page, "/");
    await expect(page).toHaveURL(/\/sign-in$/);
  });

test("somebody deactivated is told so", async ({ app, page, as }) => {
  const ines = await as("ines");
  await visit(ines, `/settings/people/${CAST.hugo.id}/leaving`);
  await expectAccessible(ines);
  await ines.getByRole("button", { name: "Deactivate Hugo Marchetti" }).click();
  await ines.getByRole("dialog").getByRole("button", { name: "Deactivate Hugo Marchetti" }).click();
  await expect(ines.getByText("Hugo Marchetti is deactivated and signed out everywhere.")).toBeVisible();
  comesAs(app, { sub: "0050", email: CAST.hugo.email, email_verified: true });
  await enter(page);
  await expect(seen(page, "Your account here was deactivated.")).toBeVisible();
});

for (const [what, name] of [
  ["another state", "state"],
  ["another code", "code"],
  ["another issuer", "iss"],
  ["another nonce", "nonce"],
  ["another PKCE challenge", "code_challenge"],
] as const)
  test(`an answer with ${what} opens nothing`, async ({ app, page }) => {
    comesAs(app, BO);
    const answer = await answerWith(page, app, name, "evil-0123456789-0123456789-0123456789-01234");
    await page.goto(answer);
    await expect(seen(page, NOT_FINISHED)).toBeVisible();
    await visit(page, "/");
    await expect(page).toHaveURL(/\/sign-in$/);
  });

test("an answer signs in the browser that asked, once, and no other", async ({ app, page, browser }) => {
  comesAs(app, BO);
  const answer = await answerWith(page, app, "none", "");
  const victim = await browser.newPage({ baseURL: app.url });
  await victim.goto(answer);
  await expect(seen(victim, NOT_FINISHED)).toBeVisible();
  await victim.close();
  await page.goto(answer);
  await expect(page.getByRole("button", { name: "Bo Tran, member" })).toBeVisible();
  await clearCookies(page);
  await page.goto(answer);
  await expect(seen(page, NOT_FINISHED)).toBeVisible();
});

test("the provider leads nowhere but here, whatever address was planted", async ({ app, page, context }) => {
  comesAs(app, BO);
  const answer = await answerWith(page, app, "none", "");
  for (const value of ["https://evil.example/", "//evil.example", `${app.url}//evil.example`]) {
    await context.addCookies([{ name: "authjs.callback-url", value, url: app.url }]);
    const response = await context.request.get("/api/auth/session");
    expect(response.ok()).toBe(true);
    const kept = (await context.cookies()).find(({ name }) => name === "authjs.callback-url");
    expect(decodeURIComponent(kept?.value ?? "")).toBe(`${app.url}/`);
  }
  await context.addCookies([{ name: "authjs.callback-url", value: "https://evil.example/", url: app.url }]);
  await page.goto(answer);
  await expect(page).toHaveURL(`${app.url}/`);
});

const partsOf = (token: string) => token.split(".").map((part) => Buffer.from(part, "base64url").toString());
const tokenOf = (...parts: object[]) =>
  parts.map((part) => Buffer.from(JSON.stringify(part)).toString("base64url")).join(".");

/** What somebody between the two makes of an ID token. */
const FORGERIES: Record<string, (idToken: string) => string> = {
  "of somebody else, under the signature of the first": (idToken) => {
    const [header = "{}", claims = "{}"] = partsOf(idToken);
    const others = { ...JSON.parse(claims), sub: "0001", email: CAST.ada.email };
    return `${tokenOf(JSON.parse(header), others)}.${idToken.split(".")[2]}`;
  },
  "without a signature": (idToken) => {
    const [, claims = "{}"] = partsOf(idToken);
    return `${tokenOf({ alg: "none" }, { ...JSON.parse(claims), sub: "0001" })}.`;
  },
  "that is none": () => "not a token",
};

test("an ID token that somebody changed signs nobody in", async ({ app, page }) => {
  comesAs(app, BO);
  for (const [what, forge] of Object.entries(FORGERIES)) {
    Object.assign(app.oidc ?? {}, { forge });
    await enter(page);
    await expect(seen(page, NOT_FINISHED), what).toBeVisible();
    await visit(page, "/actions");
    await expect(page, what).toHaveURL(/\/sign-in/);
  }
  Object.assign(app.oidc ?? {}, { forge: null });
});

test("while the provider can’t be reached one is told so, and can still use the password", async ({
  app,
  page,
}) => {
  Object.assign(app.oidc ?? {}, { away: true });
  await enter(page);
  await expect(seen(page, `${PROVIDER_NAME} doesn’t answer. Try again in a minute.`)).toBeVisible();
  await expect(page.getByLabel("Password", { exact: true })).toBeVisible();
  Object.assign(app.oidc ?? {}, { away: false });
});
