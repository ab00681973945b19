import { expect } from "@playwright/test";
import { test as base } from "#e2e/support/app";
import { ctxFor } from "#e2e/support/cast";
import { makeHome, openHome } from "#e2e/support/company";
import { storeNotes } from "#e2e/support/drafts";
import { visit } from "#e2e/support/pages";
import { recordingQueue } from "#e2e/support/queue";
import { START_MS, startServer } from "#e2e/support/server";

const DAY_MS = 86_400_000;

/** A company in which Bo stored notes forty days ago. */
const test = base.extend({
  app: [
    async ({ playwright: _playwright }, use) => {
      const home = await makeHome("cast");
      await storeOldNotes(home.env);
      const server = await startServer({
        ...home.env,
        AUTH_SECRET: "a-secret-for-tests-that-is-long-enough",
      });
      const without = { setupLink: undefined, signInLink: undefined };
      const nobody = {
        oidc: undefined,
        claude: undefined,
        mail: undefined,
        imap: undefined,
        slack: undefined,
      };
      await use({ url: server.url, server, ...without, ...nobody });
      await server.stop();
      home.remove();
    },
    { scope: "test", timeout: START_MS },
  ],
});

test("a period that deletes sources at once is saved only after saying how many", {
  tag: "@database",
}, async ({ as }) => {
  const ines = await as("ines");
  await visit(ines, "/settings/company");
  const period = ines.getByRole("combobox", { name: "Sources of meeting notes" });
  const save = ines.getByRole("button", { name: "Save for meeting notes" });
  const saved = ines.getByRole("status").filter({ hasText: "Saved." });
  await period.selectOption("Deleted after 90 days");
  await save.click();
  await expect(saved).toBeVisible();

  await period.selectOption("Deleted after 30 days");
  await save.click();
  const dialog = ines.getByRole("dialog", { name: "Delete 1 source now?" });
  await expect(dialog).toContainText("1 source of meeting notes came in more than 30 days ago.");
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await expect(ines.getByRole("alert").filter({ hasText: "Nothing was changed." })).toBeVisible();
  await expect(period).toHaveValue("30");

  await save.click();
  await dialog.getByRole("button", { name: "Save and delete 1 source" }).click();
  await expect(saved).toBeVisible();
  await visit(ines, "/settings/company");
  await expect(period).toHaveValue("30");
});

// Before the server starts: an embedded database has one process.
async function storeOldNotes(env: Record<string, string>): Promise<void> {
  const store = await openHome(env);
  const now = () => new Date(Date.now() - 40 * DAY_MS);
  const ctx = ctxFor(store, "bo", { queue: recordingQueue(), now });
  await storeNotes({ as: () => ctx });
  await store.close();
}
