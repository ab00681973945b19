import { expect } from "@playwright/test";
import { PROVIDER_NAME } from "#e2e/doubles/oidc";
import { test } from "#e2e/support/app";
import { expectAccessible } from "#e2e/support/axe";
import { CAST } from "#e2e/support/cast";
import { visit } from "#e2e/support/pages";

test.use({ provider: "alone" });

test("where passwords are off, the provider is the one way in", async ({ app, page }) => {
  if (app.oidc) app.oidc.account = { sub: "0042", email: CAST.bo.email, email_verified: true };
  await visit(page, "/sign-in");
  await expect(page.getByLabel("Password", { exact: true })).toHaveCount(0);
  await expectAccessible(page);
  const forgotten = await page.request.get("/forgot-password");
  expect(forgotten.status()).toBe(404);
  await page.getByRole("button", { name: `Sign in with ${PROVIDER_NAME}` }).click();
  await expect(page.getByRole("button", { name: "Bo Tran, member" })).toBeVisible();
});
