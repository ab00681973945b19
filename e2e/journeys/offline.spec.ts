import { expect, type Page } from "@playwright/test";
import { test } from "#e2e/support/app";
import { recordRow, seen, visit, writeDraft } from "#e2e/support/pages";

const NOTES =
  "Kettle\n\nAttendees: Ada Lindqvist\n\nActions\n- [ ] Ada: buy the kettle\n\nOpen questions\n- Ada: who pays for the kettle?\n";

/** Approves a draft with a question, and opens that. */
async function askSomething(page: Page): Promise<void> {
  await writeDraft(page, NOTES);
  await page.getByRole("button", { name: /^Approve/ }).click();
  await expect(page.getByRole("region", { name: "Undo" })).toBeVisible();
  await visit(page, "/questions");
  await page.getByRole("link", { name: /who pays for the kettle/i }).click();
}

test("an answer that can't be sent stays, through a reload too, and links lead nowhere until the connection is back", async ({
  as,
  problems,
}) => {
  problems.expect(/ERR_INTERNET_DISCONNECTED/);
  const page = await as("ada");
  await askSomething(page);
  const answer = page.getByRole("textbox", { name: "Answer" });
  await answer.fill("The company does.");
  await page.reload();
  await expect(answer).toHaveValue("The company does.");

  await page.context().setOffline(true);
  await page.getByRole("button", { name: "Answer the question" }).click();
  await expect(seen(page, "The connection broke before the answer came.")).toBeVisible();
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Decisions" }).click();
  await expect(page.getByText("Other pages open when the connection is back.")).toBeVisible();
  await expect(answer).toHaveValue("The company does.");

  await page.context().setOffline(false);
  await expect(page.getByText(/No connection since/)).toHaveCount(0);
  await page.getByRole("button", { name: "Answer the question" }).click();
  await expect(answer).toHaveCount(0);
  await expect(page.getByText("The company does.")).toBeVisible();
});

test("a box that is ticked without a connection says that nothing was done", async ({ as, problems }) => {
  problems.expect(/ERR_INTERNET_DISCONNECTED/);
  const page = await as("ada");
  await visit(page, "/actions");
  const row = recordRow(page, "buy the kettle");
  await page.context().setOffline(true);
  await row.getByRole("checkbox").click();
  await expect(seen(page, "The connection broke before the answer came.")).toBeVisible();
  await expect(row.getByRole("checkbox")).not.toBeChecked();
  await page.context().setOffline(false);
  await page.getByRole("button", { name: "Understood" }).click();
  await row.getByRole("checkbox").click();
  await expect(row).toHaveCount(0);
});
