import { expect, type Page } from "@playwright/test";
import { test } from "#e2e/support/app";
import { expectAccessible } from "#e2e/support/axe";
import { CAST, COMPANY } from "#e2e/support/cast";
import { lastToldMonday, stageToldWeek } from "#e2e/support/mornings";
import { visit } from "#e2e/support/pages";
import { localDay, mondayOf } from "#lib/format/dates";

test.describe.configure({ timeout: 150_000 });
test.use({ mail: "on", past: { happened: stageToldWeek } });

const LONG = { timeout: 60_000 };
// An approval can be taken back for 30 seconds before anything leaves.
const LEFT = { timeout: 90_000 };

async function figureOf(page: Page, table: string, row: RegExp): Promise<string> {
  const cell = page.getByRole("table", { name: table }).getByRole("row", { name: row }).getByRole("cell");
  return String(await cell.textContent());
}

test("the leader’s week is drafted from the figures of Today, reviewed, and mailed once it is approved", async ({
  as,
  app,
}) => {
  const ada = await as("ada");
  const isThisWeek = lastToldMonday(new Date()) === mondayOf(localDay(new Date(), COMPANY.timeZone));
  await visit(ada, isThisWeek ? "/" : "/?ago=1");
  const unedited = await figureOf(ada, "Drafts decided", /Approved unedited/);
  const opened = await figureOf(ada, "Actions", /Opened/);
  const net = await figureOf(ada, "How net hours are made up", /^Net/);
  expect([unedited, opened, net]).toEqual(["1", "2", "0.4"]);
  const figures = [
    `${unedited} draft was approved, ${unedited} of them as they were written, and 0 rejected`,
    `${opened} actions were opened and 0 done`,
    `Net hours saved come to ${net}`,
  ];

  await visit(ada, "/reviews");
  const queue = ada.getByRole("region", { name: "Queue" });
  await queue.getByRole("link", { name: /Weekly brief/ }).click(LONG);
  const draft = ada.getByRole("region", { name: "Draft text" });
  for (const figure of figures) await expect(draft).toContainText(figure);
  await expectAccessible(ada);
  expect(app.mail?.mails).toEqual([]);
  await ada.getByRole("button", { name: /^Approve/ }).click();

  await expect.poll(() => app.mail?.mails.length, LEFT).toBe(1);
  const [mail] = app.mail?.mails ?? [];
  expect(mail?.envelope.to).toEqual([CAST.ada.email]);
  expect(mail?.subject).toContain("Weekly brief");
  const words = mail?.text?.replace(/\s+/g, " ");
  for (const figure of figures) expect(words).toContain(figure);

  const ines = await as("ines");
  await visit(ines, "/reviews");
  await expect(ines.getByRole("link", { name: /Weekly brief/ })).toHaveCount(0);
});
