import { expect, type Page } from "@playwright/test";
import { expectAccessible } from "#e2e/support/axe";
import { visit } from "#e2e/support/pages";

/** Makes a token at the settings page and returns the secret that is shown there once. */
export async function makeToken(page: Page, name: string): Promise<string> {
  await visit(page, "/settings/tokens");
  await page.getByRole("button", { name: "Create a token" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox", { name: "Name" }).fill(name);
  for (const box of await dialog.getByRole("checkbox").all()) await box.check();
  await dialog.getByRole("button", { name: "Create the token" }).click();
  const secret = dialog.getByRole("textbox", { name: "Secret" });
  await expect(secret).toHaveValue(/^cs_[\w-]{43}$/);
  await expectAccessible(page);
  const value = await secret.inputValue();
  await dialog.getByRole("button", { name: "Close", exact: true }).first().click();
  return value;
}
