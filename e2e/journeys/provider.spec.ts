import type { BrowserContext, Page } from "@playwright/test";
import { expect } from "@playwright/test";
import { PROVIDER_NAME } from "#e2e/doubles/oidc";
import { type App, test } from "#e2e/support/app";
import { expectAccessible } from "#e2e/support/axe";
import { CAST } from "#e2e/support/cast";
import { seen, visit } from "#e2e/support/pages";

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

/** Changes what one of the addresses of the journey asks for, on its way. */
async function tamper(context: BrowserContext, path: string, name: string, value: string): Promise<void> {
  await context.route(
    (url) => url.pathname === path && url.searchParams.has(name),
    async (route) => {
      const url = new URL(route.request().url());
      url.searchParams.set(name, value);
      await route.fulfill({ status: 302, headers: { location: url.href.replace(path, `${path}`) } });
      await context.unrouteAll();
    },
  );
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
  await ines.getByRole("button", { name: "Deactivate Hugo Marchetti" }).click();
  await ines.getByRole("dialog").getByRole("button", { name: "Deactivate Hugo Marchetti" }).click();
  await expect(ines.getByText("Hugo Marchetti is deactivated and signed out everywhere.")).toBeVisible();
  comesAs(app, { sub: "0050", email: CAST.hugo.email, email_verified: true });
  await enter(page);
  await expect(seen(page, "Your account here was deactivated.")).toBeVisible();
});

for (const [what, path, name] of [
  ["another state", "/api/auth/callback/provider", "state"],
  ["another code", "/api/auth/callback/provider", "code"],
  ["another issuer", "/api/auth/callback/provider", "iss"],
  ["another nonce", "/auth", "nonce"],
  ["another PKCE challenge", "/auth", "code_challenge"],
] as const)
  test(`an answer with ${what} opens nothing`, async ({ app, page, context }) => {
    comesAs(app, BO);
    await tamper(context, path, name, "http://evil.example-0123456789-0123456789-01");
    await enter(page);
    await expect(seen(page, NOT_FINISHED)).toBeVisible();
    await visit(page, "/");
    await expect(page).toHaveURL(/\/sign-in$/);
  });
